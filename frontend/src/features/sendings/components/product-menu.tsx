import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconArchive, IconArchiveOff, IconDots, IconStack2, IconTruckDelivery } from "@tabler/icons-react";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { MenuItemLink } from "@/shared/ui/links";
import { useToasts } from "@/shared/ui/toasts";
import { type Product, useArchiveProduct } from "../api";

interface ProductMenuProps {
  product: Product;
  mayEdit: boolean;
  onStock: () => void;
}

/** What can be done with a product beside its stock. */
export function ProductMenu({ product, mayEdit, onStock }: ProductMenuProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const toasts = useToasts();
  const archive = useArchiveProduct();
  const { id, name } = product;
  const isArchived = product.archived_at !== null;

  // The row leaves the list: only promises still tell what came of it.
  const put = (known: Product, away: boolean) =>
    archive.mutateAsync({ known, away }).catch((error) => {
      toasts.failed(t`${name} was not changed`, error);
      return null;
    });
  const turn = async () => {
    const now = await put(product, !isArchived);
    const message = isArchived ? t`${name} is back in the catalogue.` : t`${name} is archived.`;
    if (now) toasts.undoable(message, () => put(now, isArchived));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`More about ${name}`}>
          <IconDots size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconStack2 size={14} aria-hidden />} hiddenFrom="sm" onClick={onStock}>
          {t`Stock`}
        </Menu.Item>
        <MenuItemLink
          to="/w/$slug/sendings"
          params={{ slug }}
          search={{ product: id }}
          leftSection={<IconTruckDelivery size={14} aria-hidden />}
        >
          {t`Its sendings`}
        </MenuItemLink>
        {mayEdit && (
          <Menu.Item
            leftSection={
              isArchived ? <IconArchiveOff size={14} aria-hidden /> : <IconArchive size={14} aria-hidden />
            }
            onClick={turn}
          >
            {isArchived ? t`Bring back` : t`Archive`}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
