import { useLingui } from "@lingui/react/macro";
import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { ErrorState } from "@/shared/ui/error-state";
import { AnchorLink } from "@/shared/ui/links";
import { importQuery } from "../api";
import { ChooseFile } from "./choose-file";
import { ImportResult } from "./import-result";
import { MapColumns } from "./map-columns";
import { PastImports } from "./past-imports";

interface ImportsPageProps {
  /** The import that is open; none yet while a file is chosen. */
  id: number | undefined;
  onOpen: (id: number | undefined) => void;
}

/** Brings a list in: choose the file, check what its columns hold, run, and take it back if need be. */
export function ImportsPage({ id, onOpen }: ImportsPageProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  return (
    <AppPage
      title={t`Import a list`}
      breadcrumb={
        <AnchorLink to="/w/$slug/creators" params={{ slug }} size="sm">
          {t`Creators`}
        </AnchorLink>
      }
      actions={
        id !== undefined && (
          <Button variant="default" onClick={() => onOpen(undefined)}>
            {t`Another file`}
          </Button>
        )
      }
    >
      {id === undefined ? (
        <>
          <ChooseFile onUploaded={onOpen} />
          <PastImports />
        </>
      ) : (
        <OneImport key={id} id={id} />
      )}
    </AppPage>
  );
}

function OneImport({ id }: { id: number }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useQuery(importQuery(slug, id));
  if (data) return data.state === "draft" ? <MapColumns draft={data} /> : <ImportResult run={data} />;
  if (error)
    return <ErrorState error={error} action={<Button onClick={() => refetch()}>{t`Try again`}</Button>} />;
  return <Skeleton height={320} radius="lg" role="status" aria-label={t`Loading`} />;
}
