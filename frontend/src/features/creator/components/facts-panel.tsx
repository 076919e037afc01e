import { useLingui } from "@lingui/react/macro";
import { Anchor, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useFormat } from "@/shared/format/use-format";
import type { Creator } from "../api";
import classes from "./creator.module.css";
import { useContactWords } from "./use-contact-words";

/** How to reach and address the person. */
export function FactsPanel({ creator }: { creator: Creator }) {
  const { t } = useLingui();
  const format = useFormat();
  const { kinds, forms } = useContactWords();
  return (
    <section className={classes.card} aria-labelledby="facts-heading">
      <div className={classes.cardHead}>
        <Title order={2} id="facts-heading">
          {t`Contact and etiquette`}
        </Title>
      </div>
      <dl className={classes.fields}>
        <Row label={t`Preferred name`}>{creator.preferred_name}</Row>
        <Row label={t`Form of address`}>{creator.address_form && forms[creator.address_form]}</Row>
        {creator.contact_points.map(({ id, kind, value, label, is_primary }) => (
          <Row key={id} label={label || kinds[kind]}>
            {kind === "email" || kind === "agent_email" ? (
              <Anchor href={`mailto:${value}`} size="sm">
                {value}
              </Anchor>
            ) : (
              value
            )}
            {is_primary && kind === "email" && (
              <Text span size="xs" c="dimmed">
                {` · ${t`main`}`}
              </Text>
            )}
          </Row>
        ))}
        {creator.addresses.map((address) => (
          <Row key={address.id} label={t`Postal address`}>
            {[
              address.recipient,
              address.line1,
              address.line2,
              `${address.postcode} ${address.city}`,
              format.countryName(address.country),
            ]
              .filter(Boolean)
              .map((line) => (
                <div key={line}>{line}</div>
              ))}
          </Row>
        ))}
        <Row label={t`Last contact`}>
          {creator.last_contacted_at && format.age(creator.last_contacted_at)}
        </Row>
        <Row label={t`Biography`}>{creator.biography}</Row>
        <Row label={t`Notes`}>{creator.notes}</Row>
      </dl>
    </section>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children || "—"}</dd>
    </>
  );
}
