import { useLingui } from "@lingui/react/macro";
import { Anchor, Button, Text } from "@mantine/core";
import { IconBuildingStore, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { isAtLeast } from "@/shared/api/me";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AppPage } from "@/shared/ui/app-page";
import { Avatar } from "@/shared/ui/avatar";
import { EmptyState } from "@/shared/ui/empty-state";
import { useToasts } from "@/shared/ui/toasts";
import { type Brand, brandsQuery, useEditBrand } from "../api";
import { BrandDialog } from "./brand-dialog";
import { ListState } from "./list-state";
import { Section } from "./section";
import classes from "./section.module.css";

export function BrandsSettings() {
  const { t } = useLingui();
  const { slug, role } = useWorkspace();
  const brands = useQuery(brandsQuery(slug));
  const mayEdit = isAtLeast(role, "manager");
  const [edited, setEdited] = useState<Brand | "new" | null>(null);
  const add = mayEdit && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited("new")}>
      {t`Add a brand`}
    </Button>
  );
  const none = (
    <EmptyState icon={IconBuildingStore} title={t`No brand yet`} action={add}>
      {t`A campaign runs for a brand. Add your own, or one for each client of your agency.`}
    </EmptyState>
  );
  return (
    <AppPage title={t`Brands`} width="text" actions={brands.data?.results.length ? add : null}>
      <Text c="dimmed">{t`The advertisers your campaigns run for.`}</Text>
      <ListState query={brands} empty={none}>
        {(items) => {
          const active = items.filter((brand) => !brand.archived_at);
          const archived = items.filter((brand) => brand.archived_at);
          return (
            <>
              {active.length > 0 ? (
                <ul className={classes.list} aria-label={t`Brands`}>
                  {active.map((brand) => (
                    <BrandItem
                      key={brand.id}
                      brand={brand}
                      onEdit={mayEdit ? () => setEdited(brand) : undefined}
                    />
                  ))}
                </ul>
              ) : (
                none
              )}
              {archived.length > 0 && (
                <Section title={t`Archived`}>
                  <ul className={classes.list} aria-label={t`Archived`}>
                    {archived.map((brand) => (
                      <BrandItem
                        key={brand.id}
                        brand={brand}
                        onEdit={mayEdit ? () => setEdited(brand) : undefined}
                      />
                    ))}
                  </ul>
                </Section>
              )}
            </>
          );
        }}
      </ListState>
      {edited && <BrandDialog brand={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </AppPage>
  );
}

function BrandItem({ brand, onEdit }: { brand: Brand; onEdit?: () => void }) {
  const { t } = useLingui();
  const toasts = useToasts();
  const edit = useEditBrand();
  const { id, name, website } = brand;
  const setArchived = (is_archived: boolean, then?: () => void) =>
    edit.mutate(
      { id, is_archived },
      { onSuccess: then, onError: (error) => toasts.failed(t`${name} was not changed`, error) },
    );
  const archive = () =>
    setArchived(true, () => toasts.undoable(t`${name} is archived.`, () => setArchived(false)));
  return (
    <li className={classes.item}>
      <Avatar name={name} size={32} />
      <div className={classes.itemText}>
        <div className={classes.itemName}>{name}</div>
        {website && (
          <Anchor href={website} target="_blank" rel="noreferrer" size="sm" c="dimmed">
            {website.replace(/^https?:\/\//, "").replace(/\/$/, "")}
          </Anchor>
        )}
      </div>
      {onEdit && (
        <div className={classes.buttons}>
          <Button variant="subtle" size="compact-sm" onClick={onEdit} aria-label={t`Edit ${name}`}>
            {t`Edit`}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            loading={edit.isPending}
            onClick={brand.archived_at ? () => setArchived(false) : archive}
            aria-label={brand.archived_at ? t`Restore ${name}` : t`Archive ${name}`}
          >
            {brand.archived_at ? t`Restore` : t`Archive`}
          </Button>
        </div>
      )}
    </li>
  );
}
