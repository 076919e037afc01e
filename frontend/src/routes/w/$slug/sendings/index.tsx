import { createFileRoute } from "@tanstack/react-router";
import { SendingsList } from "@/features/sendings/components/sendings-list";
import { sendingSearch } from "@/shared/hooks/sending-search";
import { QuickDialogs } from "../-quick-dialogs";

export const Route = createFileRoute("/w/$slug/sendings/")({
  validateSearch: sendingSearch,
  component: SendingsRoute,
});

function SendingsRoute() {
  const { quick, ...search } = Route.useSearch();
  const navigate = Route.useNavigate();
  const close = () => void navigate({ search: (old) => ({ ...old, quick: undefined }), replace: true });
  return (
    <>
      <SendingsList
        search={search}
        onSearch={(change) => void navigate({ search: (old) => ({ ...old, ...change }), replace: true })}
      />
      <QuickDialogs quick={quick} sendingId={search.sending} onClose={close} />
    </>
  );
}
