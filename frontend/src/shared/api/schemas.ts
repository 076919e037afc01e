import type { components, paths } from "./schema";

/** Bodies of the API by name. */
export type Schemas = components["schemas"];

/** Query parameters of a list of the API. */
export type ListQuery<Path extends keyof paths> = paths[Path] extends {
  get: { parameters: { query?: infer Query } };
}
  ? NonNullable<Query>
  : never;
