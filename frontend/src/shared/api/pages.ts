import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  type QueryKey,
  useInfiniteQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";

interface Page<Row> {
  results: Row[];
  next: string | null;
  count?: number;
}

type PageInit = { params: { path: object; query?: object } };

/**
 * A long list, read page by page as one scrolls.
 *
 * @param path where it is read, as in the schema.
 * @param init parameters of the request; part of the cache key.
 * @param load reads the page at a cursor.
 */
export function pagesOptions<Row, Init extends PageInit>(
  path: string,
  init: Init,
  load: (
    init: Init & { signal: AbortSignal; params: { query: { cursor?: string } } },
  ) => Promise<{ data?: Page<Row> }>,
) {
  const queryKey: QueryKey = ["pages", path, init];
  return infiniteQueryOptions({
    queryKey,
    queryFn: async ({ pageParam, signal }): Promise<Page<Row>> => {
      const query = { ...init.params.query, ...(pageParam ? { cursor: pageParam } : {}) };
      const { data } = await load({ ...init, signal, params: { ...init.params, query } });
      return data ?? { results: [], next: null };
    },
    initialPageParam: "",
    getNextPageParam: (page: Page<Row>) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

type PagesOptions<Row> = ReturnType<typeof pagesOptions<Row, PageInit>>;

/** The rows read so far, as `DataTable` takes them. */
export function usePages<Row>(options: PagesOptions<Row>) {
  const query = useInfiniteQuery(options);
  const { data } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ results }) => results), [data]);
  return {
    rows,
    count: data?.pages[0]?.count,
    error: query.error,
    onRetry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    onMore: () => void query.fetchNextPage(),
  };
}

/** Marks what was read from these parts of a workspace ("sendings", "campaigns") as out of date. */
export function refreshParts(queryClient: QueryClient, ...parts: string[]): Promise<void> {
  const starts = parts.map((part) => `/api/v1/workspaces/{slug}/${part}/`);
  return queryClient.invalidateQueries({
    predicate: ({ queryKey: [, path] }) =>
      typeof path === "string" && starts.some((start) => path.startsWith(start)),
  });
}
