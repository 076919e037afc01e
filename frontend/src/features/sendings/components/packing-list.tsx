import { useLingui } from "@lingui/react/macro";
import { Button, Group, Modal, Text } from "@mantine/core";
import { IconDownload, IconPrinter } from "@tabler/icons-react";
import { useFormat } from "@/shared/format/use-format";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { saveFile } from "@/shared/ui/save-file";
import type { Sending } from "../api";
import { type LabelColumn, labelsCsv } from "../labels";
import { contentsText } from "../model";
import classes from "./packing-list.module.css";
import { useAddressLines } from "./use-address-lines";

/** Parcels to pack, on paper: what goes in each, and where it goes. Addresses also as a file, for carriers' sites. */
export default function PackingList({ sendings, onClose }: { sendings: Sending[]; onClose: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const { kinds } = useSendingWords();
  const linesOf = useAddressLines();
  const names: Record<LabelColumn, string> = {
    reference: t`Reference`,
    recipient: t`Recipient`,
    line1: t`Address`,
    line2: t`Complement`,
    postcode: t`Postcode`,
    city: t`City`,
    region: t`Region`,
    country: t`Country`,
    phone: t`Telephone`,
    contents: t`Contents`,
  };
  const download = () => {
    const csv = labelsCsv(sendings, {
      names,
      contents: ({ items }) => contentsText(items, format.number),
      separator: format.locale === "fr" ? ";" : ",",
    });
    // The mark at the start tells spreadsheets that accents are UTF-8.
    const file = new Blob([`\ufeff${csv}`], { type: "text/csv" });
    saveFile(file, `${t`addresses`}-${format.today()}.csv`);
  };
  const isMissing = sendings.some(({ ship_to }) => !ship_to);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t`Packing list`}
      classNames={{
        overlay: classes.onScreen,
        inner: classes.inner,
        content: classes.sheet,
        header: classes.header,
        close: classes.onScreen,
      }}
    >
      <ol className={classes.parcels}>
        {sendings.map((sending) => {
          const { id, creator, kind, items, ship_to: address, notes } = sending;
          return (
            <li key={id} className={classes.parcel}>
              <div>
                <Text fw={550}>{creator.name}</Text>
                <Text size="sm" c="dimmed">
                  {[kinds[kind], `#${id}`].join(" · ")}
                </Text>
                <ul className={classes.items}>
                  {items.map(({ id: item, product, quantity = 1 }) => (
                    <li key={item}>{`${format.number(quantity)} × ${product.name} (${product.sku})`}</li>
                  ))}
                </ul>
                {notes && <Text size="sm">{notes}</Text>}
              </div>
              {address ? (
                <address className={classes.address}>{linesOf(address).join("\n")}</address>
              ) : (
                <span className={classes.missing}>{t`None yet: ask for it`}</span>
              )}
            </li>
          );
        })}
      </ol>
      {isMissing && (
        <Text size="sm" c="dimmed" mt="xs" className={classes.onScreen}>
          {t`Parcels without an address are left out of the file.`}
        </Text>
      )}
      <Group justify="flex-end" gap="xs" mt="md" className={classes.onScreen}>
        <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={download}>
          {t`Addresses (CSV)`}
        </Button>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t`Print`}
        </Button>
      </Group>
    </Modal>
  );
}
