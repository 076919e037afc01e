import { keepPreviousData, useMutation, useQueryClient } from "@tanstack/react-query";
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

export const sendingQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/sendings/{id}/`, { params: { path: { slug, id } } });

/** Products one can send whose name or SKU holds the text; the first few. */
export const productSearchQuery = (slug: string, text: string) =>
  api.queryOptions(
    "get",
    `${base}/products/`,
    {
      params: {
        path: { slug },
        query: { archived: false, q: text || undefined, page_size: 20, order: "name" },
      },
    },
    { placeholderData: keepPreviousData },
  );

export const productQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/products/{id}/`, { params: { path: { slug, id } } });

export const stockMovesQuery = (slug: string, product: number) =>
  api.queryOptions("get", `${base}/products/{product_id}/stock-moves/`, {
    params: { path: { slug, product_id: product }, query: { page_size: 50 } },
  });

/** Cards of a creator: which campaigns a parcel may be for. */
export const creatorCardsQuery = (slug: string, creator: number) =>
  api.queryOptions("get", `${base}/participations/`, {
    params: { path: { slug }, query: { creator, page_size: 50 } },
  });

/** What was published after a parcel. */
export const answersQuery = (slug: string, sending: number) =>
  api.queryOptions("get", `${base}/coverage/`, {
    params: { path: { slug }, query: { sending, order: "published" } },
  });

export const cardQuery = (slug: string, id: number) =>
  api.queryOptions("get", `${base}/participations/{id}/`, { params: { path: { slug, id } } });

/** A change of the ledger: stock, cards and the board follow on the server. */
function useLedgerChange<Input, Output>(change: (slug: string, input: Input) => Promise<{ data?: Output }>) {
  const queryClient = useQueryClient();
  const { slug } = useWorkspace();
  return useMutation({
    mutationFn: async (input: Input) => (await change(slug, input)).data as Output,
    onSettled: () =>
      refreshParts(queryClient, "sendings", "products", "participations", "campaigns", "coverage"),
  });
}

export const useAddSending = () =>
  useLedgerChange((slug, body: Schemas["SendingCreateRequest"]) =>
    client.POST(`${base}/sendings/`, { params: { path: { slug } }, body }),
  );

type Bodies = {
  prepare: Schemas["StepRequest"];
  send: Schemas["SendStepRequest"];
  deliver: Schemas["StepRequest"];
  return: Schemas["ReturnStepRequest"];
};
/** A step, and what is said of it. */
export type StepInput = { [Name in Step]: { step: Name; body: Bodies[Name] } }[Step];

async function takeStep(slug: string, { id, ...said }: StepInput & { id: number }) {
  const params = { path: { slug, id } };
  if (said.step === "prepare")
    return client.POST(`${base}/sendings/{id}/prepare/`, { params, body: said.body });
  if (said.step === "send") return client.POST(`${base}/sendings/{id}/send/`, { params, body: said.body });
  if (said.step === "deliver")
    return client.POST(`${base}/sendings/{id}/deliver/`, { params, body: said.body });
  return client.POST(`${base}/sendings/{id}/return/`, { params, body: said.body });
}

interface ChangeInput {
  known: Sending;
  body: Schemas["PatchedSendingChangeRequest"];
}

const changeSending = (slug: string, { known, body }: ChangeInput) =>
  client.PATCH(`${base}/sendings/{id}/`, {
    params: { path: { slug, id: known.id }, header: { "If-Match": `"${known.version}"` } },
    body,
  });

/** One after the other: what one refuses does not stop the others. The list is read again once, at the end. */
function useLedgerChanges<Input>(change: (slug: string, input: Input) => Promise<{ data?: Sending }>) {
  return useLedgerChange(async (slug, inputs: Input[]) => {
    const done: { input: Input; now: Sending }[] = [];
    const refused: { input: Input; error: unknown }[] = [];
    for (const input of inputs)
      await change(slug, input).then(
        ({ data }) => done.push({ input, now: data as Sending }),
        (error: unknown) => refused.push({ input, error }),
      );
    return { data: { done, refused } };
  });
}

export const useStep = () => useLedgerChange(takeStep);
export const useManySteps = () => useLedgerChanges(takeStep);
export const useChangeSending = () => useLedgerChange(changeSending);
export const useManyChanges = () => useLedgerChanges(changeSending);

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

export const useArchiveProduct = () =>
  useLedgerChange((slug, { known, away }: { known: Product; away: boolean }) =>
    client.PATCH(`${base}/products/{id}/`, {
      params: { path: { slug, id: known.id }, header: { "If-Match": `"${known.version}"` } },
      body: { is_archived: away },
    }),
  );

export const useMoveStock = () =>
  useLedgerChange((slug, { product, body }: { product: number; body: Schemas["StockMoveWriteRequest"] }) =>
    client.POST(`${base}/products/{product_id}/stock-moves/`, {
      params: { path: { slug, product_id: product } },
      body,
    }),
  );
