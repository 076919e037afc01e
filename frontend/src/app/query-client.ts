import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "@/shared/api/errors";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Error;
  }
}

/** @param onSignedOut called when a request was refused because nobody is signed in any more. */
export function makeQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: shouldRetry,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 8_000),
      },
      // Never repeated by itself: the server may have done it before the answer was lost.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

/** Only what may pass by itself is tried again: a lost connection, a busy or restarting server. */
function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= 2 || !(error instanceof ApiError)) return false;
  return error.isOffline || error.status === 429 || error.status >= 502;
}
