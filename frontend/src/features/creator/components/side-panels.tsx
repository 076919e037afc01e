import { useLingui } from "@lingui/react/macro";
import { Skeleton, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { stagesQuery } from "@/shared/api/lists";
import { useFormat } from "@/shared/format/use-format";
import { useSendingWords } from "@/shared/hooks/use-sending-words";
import { useStageName } from "@/shared/hooks/use-stage-name";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CreatorRecord } from "@/shared/ui/creator-record";
import { AnchorLink, ButtonLink } from "@/shared/ui/links";
import { StageDot } from "@/shared/ui/status-dot";
import { TodoList } from "@/shared/ui/todo-list";
import { type Creator, coverageQuery, participationsQuery, sendingsQuery } from "../api";
import classes from "./creator.module.css";

/** What is under way with the person. */
export function SidePanels({ creator, mayEdit }: { creator: Creator; mayEdit: boolean }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useWorkspace();
  const words = useSendingWords();
  const stageName = useStageName();
  const cards = useQuery(participationsQuery(slug, creator.id)).data?.results;
  const stages = useQuery(stagesQuery(slug)).data?.results;
  const sendings = useQuery(sendingsQuery(slug, creator.id)).data?.results;
  const coverage = useQuery(coverageQuery(slug, creator.id)).data?.results;
  const stageOf = (id: number) => {
    const stage = stages?.find((known) => known.id === id);
    return stage && <StageDot colour={stage.colour}>{stageName(stage)}</StageDot>;
  };

  return (
    <>
      <section className={classes.card}>
        <div className={classes.cardHead}>
          <Title order={2}>{t`To do and promised`}</Title>
        </div>
        <TodoList about={{ creator: creator.id }} mayEdit={mayEdit} />
      </section>
      <Panel title={t`Campaigns`} items={cards} none={t`In no campaign. Add them from the creators list.`}>
        {(card) => (
          <li key={card.id}>
            <div className={classes.line}>
              <AnchorLink to="/w/$slug/campaigns/$campaignId" params={{ slug, campaignId: card.campaign }}>
                {card.campaign_name}
              </AnchorLink>
              <Text component="span" size="sm">
                {stageOf(card.stage)}
              </Text>
            </div>
            {card.next_action && (
              <Text size="sm" c="dimmed">
                {card.next_action}
                {card.next_action_on && ` · ${format.age(card.next_action_on)}`}
              </Text>
            )}
          </li>
        )}
      </Panel>
      <Panel
        title={t`Sendings`}
        items={sendings}
        none={t`Nothing was sent yet.`}
        action={mayEdit && <Quick quick="send" name={t`Send a product`}>{t`Send`}</Quick>}
        below={<CreatorRecord creator={creator.id} />}
      >
        {(sending) => (
          <li key={sending.id} className={classes.line}>
            <AnchorLink
              to="/w/$slug/sendings"
              params={{ slug }}
              search={{ sending: sending.id }}
              title={sending.items.map((item) => item.product.name).join(", ")}
            >
              {[words.kinds[sending.kind], sending.items.map((item) => item.product.name).join(", ")].join(
                " · ",
              )}
            </AnchorLink>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {words.states[sending.state]}
            </Text>
          </li>
        )}
      </Panel>
      <Panel
        title={t`Coverage`}
        items={coverage}
        none={t`Nothing was published yet.`}
        action={mayEdit && <Quick quick="coverage" name={t`Add coverage`}>{t`Add`}</Quick>}
      >
        {(piece) => (
          <li key={piece.id} className={classes.line}>
            <AnchorLink
              to="/w/$slug/coverage"
              params={{ slug }}
              search={{ piece: piece.id }}
              title={piece.title || piece.url}
            >
              {piece.title || piece.url}
            </AnchorLink>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              {format.shortDate(piece.published_on)}
            </Text>
          </li>
        )}
      </Panel>
      <Panel title={t`Lists`} items={creator.lists} none={t`On no list.`}>
        {(list) => (
          <li key={list.id}>
            <AnchorLink to="/w/$slug/creators" params={{ slug }} search={{ list: list.id }}>
              {list.name}
            </AnchorLink>
          </li>
        )}
      </Panel>
    </>
  );
}

interface QuickProps {
  quick: "send" | "coverage";
  /** The whole act, which begins with the word shown. */
  name: string;
  children: string;
}

/** Opens a dialog about the person over the page. */
function Quick({ quick, name, children }: QuickProps) {
  return (
    <ButtonLink
      to="."
      search={(old) => ({ ...old, quick })}
      aria-label={name}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={14} aria-hidden />}
    >
      {children}
    </ButtonLink>
  );
}

interface PanelProps<Item> {
  title: string;
  items: Item[] | undefined;
  none: string;
  /** What can be added. */
  action?: ReactNode;
  /** What the lines add up to. */
  below?: ReactNode;
  children: (item: Item) => ReactNode;
}

function Panel<Item>({ title, items, none, action, below, children }: PanelProps<Item>) {
  return (
    <section className={classes.card}>
      <div className={classes.cardHead}>
        <Title order={2}>{title}</Title>
        {action}
      </div>
      {items === undefined ? (
        <Skeleton height={14} width="70%" />
      ) : items.length === 0 ? (
        <Text c="dimmed" size="sm">
          {none}
        </Text>
      ) : (
        <>
          <ul className={classes.list}>{items.map(children)}</ul>
          {below}
        </>
      )}
    </section>
  );
}
