/** Body of every refusal of the API (RFC 9457). */
export interface Problem {
  status: number;
  code: string;
  title?: string;
  detail?: string;
  /** Messages by field path, e.g. `workspace.name`. */
  errors?: Record<string, string[]>;
  correlation_id?: string;
  /** What some refusals add: the card as it is now, the id of what is recorded already. */
  [extra: string]: unknown;
}

/** A request that did not do what was asked. `status` is 0 when no answer came. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Record<string, string[]>;
  readonly correlationId: string | undefined;
  /** The whole body, for what only some refusals say. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title || problem.code);
    this.name = "ApiError";
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.errors ?? {};
    this.correlationId = problem.correlation_id;
    this.problem = problem;
  }

  /** No answer: the network is down, or the server is. */
  get isOffline(): boolean {
    return this.status === 0;
  }
}

export function isApiError(error: unknown, ...codes: string[]): error is ApiError {
  return error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
}

/** Reads a refusal, also one that a proxy wrote. */
export async function readProblem(response: Response): Promise<ApiError> {
  const text = await response.text().catch(() => "");
  const body = parseObject(text);
  return new ApiError({
    ...body,
    status: response.status,
    code: typeof body.code === "string" ? body.code : `http_${response.status}`,
  });
}

function parseObject(text: string): Partial<Problem> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
