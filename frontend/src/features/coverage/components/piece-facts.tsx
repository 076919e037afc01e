import { Plural, useLingui } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useFormat } from "@/shared/format/use-format";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { AnchorLink } from "@/shared/ui/links";
import { PlatformIcon, platformName } from "@/shared/ui/platform-icon";
import { type Piece, sendingQuery } from "../api";
import classes from "./coverage.module.css";
import { useCoverageWords } from "./use-coverage-words";

/** Whose it is, what it answers, and how soon it came. */
export function PieceFacts({ piece }: { piece: Piece }) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const format = useFormat();
  const { kinds } = useCoverageWords();
  const { creator, campaign, participation, days_to_publish: delay, sending } = piece;
  const parcel = useQuery({ ...sendingQuery(slug, sending ?? 0), enabled: sending !== null }).data;
  const contents = parcel?.items.map(({ product }) => product.name).join(", ") ?? "…";
  return (
    <dl className={classes.facts}>
      <Fact name={t`Creator`}>
        <AnchorLink to="/w/$slug/creators/$id" params={{ slug, id: String(creator.id) }}>
          {creator.name}
        </AnchorLink>
      </Fact>
      <Fact name={t`Published on`}>{format.date(piece.published_on)}</Fact>
      <Fact name={t`Kind`}>
        <span className={classes.kind}>
          <PlatformIcon platform={piece.platform} size={16} decorative />
          {[kinds[piece.kind ?? "other"], platformName(piece.platform)].join(", ")}
        </span>
      </Fact>
      <Fact name={t`Campaign`}>
        {campaign ? (
          <AnchorLink
            to="/w/$slug/campaigns/$campaignId"
            params={{ slug, campaignId: campaign.id }}
            search={participation ? { card: participation } : {}}
          >
            {campaign.name}
          </AnchorLink>
        ) : (
          "—"
        )}
      </Fact>
      <Fact name={t`Sending`}>
        {sending === null ? (
          "—"
        ) : (
          <AnchorLink to="/w/$slug/sendings" params={{ slug }} search={{ sending }}>
            {contents}
          </AnchorLink>
        )}
        {delay && (
          <Text size="sm" c="dimmed">
            {delay.basis === "delivered" ? (
              <Plural
                value={delay.days}
                one="Published # day after delivery"
                other="Published # days after delivery"
              />
            ) : (
              <Plural
                value={delay.days}
                one="Published # day after it was sent"
                other="Published # days after it was sent"
              />
            )}
          </Text>
        )}
      </Fact>
      {piece.author && <Fact name={t`Author`}>{piece.author}</Fact>}
      {piece.notes && (
        <Fact name={t`Notes`}>
          <span className={classes.notes}>{piece.notes}</span>
        </Fact>
      )}
    </dl>
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
