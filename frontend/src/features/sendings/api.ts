import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, client } from "@/shared/api/client";
import { pagesOptions, refreshParts } from "@/shared/api/pages";
import type { Schemas } from "@/shared/api/schemas";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import type { ProductFilters, SendingFilters, Step } from "./model";

export type Sending = Schemas["Sending"];
export type Product = Schemas["Product"];

const base = "/api/v1/workspaces/{slug}";

export const sendingsQuery = (slug: string, filters: SendingFilters) =>
  pagesOptions(
    `${base}/sendings/`,
    { params: { path: { slug }, query: { ...filters, order: filters.order ?? ("-created" as const) } } },
    (init) => client.GET(`${base}/sendings/`, init),
  );

export const productsQuery = (slug: string, filters: ProductFilters) =>
  pagesOptions(
    `${base}/products/`,
    { params: { path: { slug }, query: { archived: false, ...filters } } },
    (init) => client.GET(`${base}/products/`, init),
  );

/** Products one can send. */
export const catalogueQuery = (slug: string) =>
  api.queryOptions("get", `${base}/products/`, {
    params: { path: { slug }, query: { archived: false, page_size: 200 } },
  });

export const stockMovesQuery = (slug: string, product: number) =>
  api.queryOptions("get", `${base}/products/{product_id}/stock-moves/`, {
    params: { path: { slug, product_id: product }, query: { page_size: 50 } },
  });

/** Cards of a creator: which campaigns a parcel may be for. */
export const creatorCardsQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/participations/`, {
    params: { path: { slug }, query: { creator, page_size: 50 } },
  });

export const cardQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/participations/{id}/`, { params: { path: { slug, id } } });

/** A change of the ledger: stock, cards and the board follow on the server. */
function useLedgerChange<Input, Output>(change: (slug: string, input: Input) => Promise<{ data?: Output }>) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: (input: Input) => change(slug, input),
    onSettled: () => refreshParts(queryClient, "sendings", "products", "participations", "campaigns"),
  });
}

export const useAddSending = () =>
  useLedgerChange((slug, body: Schemas["SendingCreateRequest"]) =>
    client.POST(`${base}/sendings/`, { params: { path: { slug } }, body }),
  );

export const useStep = () =>
  useLedgerChange((slug, { id, step, on }: { id: number; step: Step; on: string }) => {
    const init = { params: { path: { slug, id } }, body: { on } };
    if (step === "prepare") return client.POST(`${base}/sendings/{id}/prepare/`, init);
    if (step === "send") return client.POST(`${base}/sendings/{id}/send/`, init);
    if (step === "deliver") return client.POST(`${base}/sendings/{id}/deliver/`, init);
    return client.POST(`${base}/sendings/{id}/return/`, init);
  });

export const useCancelSending = () =>
  useLedgerChange((slug, { id, cancel }: { id: number; cancel: boolean }) => {
    const params = { path: { slug, id } };
    return cancel
      ? client.POST(`${base}/sendings/{id}/cancel/`, { params, body: { why: "" } })
      : client.POST(`${base}/sendings/{id}/restore/`, { params });
  });

export const useSaveProduct = () =>
  useLedgerChange((slug, { known, body }: { known: Product | null; body: Schemas["ProductWriteRequest"] }) =>
    known
      ? client.PATCH(`${base}/products/{id}/`, {
          params: { path: { slug, id: known.id }, header: { "If-Match": `"${known.version}"` } },
          body,
        })
      : client.POST(`${base}/products/`, { params: { path: { slug } }, body }),
  );

export const useMoveStock = () =>
  useLedgerChange((slug, { product, body }: { product: number; body: Schemas["StockMoveWriteRequest"] }) =>
    client.POST(`${base}/products/{product_id}/stock-moves/`, {
      params: { path: { slug, product_id: product } },
      body,
    }),
  );
