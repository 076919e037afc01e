import { Plural, useLingui } from "@lingui/react/macro";
import { ActionIcon, Anchor, CopyButton, Group, Stack, Table, Text, Title } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat } from "@/shared/format/use-format";
import type { Sending } from "../api";
import { SendingAnswers } from "./sending-answers";
import classes from "./sendings.module.css";
import { useAddressLines } from "./use-address-lines";
import { useCarriers } from "./use-carriers";

/** What is known of a sending, for reading and for copying on a label. */
export function SendingFacts({ sending, mayEdit }: { sending: Sending; mayEdit: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const carriers = useCarriers();
  const { carrier, tracking_number, tracking_url, days_late, totals } = sending;
  const days: [string, string | null, ReactNode?][] = [
    [t`Prepared on`, sending.prepared_on],
    [t`Sent on`, sending.sent_on],
    [t`Delivered on`, sending.delivered_on],
    [
      t`Due back on`,
      sending.due_back_on,
      days_late > 0 && <Plural key="late" value={days_late} one="# day late" other="# days late" />,
    ],
    [t`Returned on`, sending.returned_on],
  ];
  const costs: [string, string | null][] = [
    [t`Packing`, sending.packing_amount],
    [t`Carriage`, sending.carriage_amount],
    [t`Return carriage`, sending.return_carriage_amount],
  ];
  return (
    <>
      <dl className={classes.facts}>
        {days
          .filter(([, day]) => day)
          .map(([name, day, note]) => (
            <Fact key={name} name={name}>
              {format.date(day)}
              {note && <span className={classes.late}>{note}</span>}
            </Fact>
          ))}
        {(tracking_number || carrier) && (
          <Fact name={t`Tracking`}>
            <Group gap={6} wrap="wrap">
              {carrier && <span>{carriers[carrier]}</span>}
              {tracking_url ? (
                <Anchor href={tracking_url} target="_blank" rel="noreferrer">
                  {tracking_number}
                </Anchor>
              ) : (
                tracking_number
              )}
              {tracking_number && <Copy value={tracking_number} name={t`Copy the tracking number`} />}
            </Group>
          </Fact>
        )}
        <Fact name={t`Address`}>
          <ParcelAddress sending={sending} />
        </Fact>
        {costs
          .filter(([, amount]) => amount !== null)
          .map(([name, amount]) => (
            <Fact key={name} name={name}>
              {format.money(amount)}
            </Fact>
          ))}
        {sending.owner && <Fact name={t`Owner`}>{sending.owner.name}</Fact>}
        {sending.notes && (
          <Fact name={t`Notes`}>
            <span className={classes.notes}>{sending.notes}</span>
          </Fact>
        )}
      </dl>
      <Stack gap="xs">
        <Title order={3}>{t`In the parcel`}</Title>
        <Contents sending={sending} />
        <Text size="sm" c="dimmed">
          {t`Public value ${format.money(totals.public_value_amount)}, cost ${format.money(totals.cost_amount)}`}
        </Text>
      </Stack>
      <SendingAnswers sending={sending} mayEdit={mayEdit} />
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Contents({ sending: { items, kind } }: { sending: Sending }) {
  const { t } = useLingui();
  const format = useFormat();
  const isLoan = kind === "loan";
  return (
    <Table aria-label={t`In the parcel`} className={classes.contents}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Product`}</Table.Th>
          <Table.Th ta="right">{t({ message: "Pieces", context: "stock" })}</Table.Th>
          {isLoan && (
            <Table.Th ta="right">{t({ message: "Back", context: "pieces that came back" })}</Table.Th>
          )}
          <Table.Th ta="right">{t`Value`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => (
          <Table.Tr key={item.id}>
            <Table.Td>
              {item.product.name}
              {item.condition_out && (
                <Text size="sm" c="dimmed">{t`When it left: ${item.condition_out}`}</Text>
              )}
              {item.condition_in && (
                <Text size="sm" c="dimmed">{t`When it was back: ${item.condition_in}`}</Text>
              )}
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {format.number(item.quantity)}
            </Table.Td>
            {isLoan && (
              <Table.Td ta="right" className="tabular">
                {format.number(item.returned_quantity)}
              </Table.Td>
            )}
            <Table.Td ta="right" className="tabular">
              {format.money(item.public_value_amount)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ParcelAddress({ sending }: { sending: Sending }) {
  const { t } = useLingui();
  const { ship_to: address, sent_on } = sending;
  const linesOf = useAddressLines();
  if (!address)
    return sent_on ? t`None noted` : <span className={classes.warn}>{t`None yet: ask for it`}</span>;
  const text = linesOf(address).join("\n");
  return (
    <Group gap={6} align="flex-start" wrap="nowrap">
      <address className={classes.address}>{text}</address>
      <Copy value={text} name={t`Copy the address`} />
    </Group>
  );
}

function Copy({ value, name }: { value: string; name: string }) {
  const { t } = useLingui();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <ActionIcon size="sm" aria-label={copied ? t`Copied` : name} title={name} onClick={copy}>
          {copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        </ActionIcon>
      )}
    </CopyButton>
  );
}
