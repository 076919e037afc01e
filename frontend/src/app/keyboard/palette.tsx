import { useLingui } from "@lingui/react/macro";
import { Button, Modal } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Active } from "@/shared/commands/registry";
import { useCommands } from "@/shared/commands/use-commands";
import { search } from "@/shared/format/search";
import { useErrorText } from "@/shared/hooks/use-error-text";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { type Choice, type ChoiceGroup, ChoiceList } from "@/shared/ui/choice-list";
import classes from "./palette.module.css";
import type { Visit } from "./recent";
import { useCommandChoices } from "./use-command-choices";
import { useFoundChoices } from "./use-found-choices";
import { useRecentChoices } from "./use-recent-choices";
import { useWorkspaceChoices } from "./use-workspace-choices";

interface PaletteProps {
  /** What could be done when it opened. */
  active: readonly Active[];
  onClose: () => void;
}

type PaletteChoice = Choice & { run: () => unknown };

/** One field that finds creators, campaigns, pages and whatever can be done here. */
export default function Palette({ active, onClose }: PaletteProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const describe = useErrorText();
  const [text, setText] = useState("");
  const recent = useRecentChoices();
  const commands = useCommandChoices(active);
  const workspaces = useWorkspaceChoices();
  const found = useFoundChoices(text);
  useCommands({ palette: onClose }, true);

  const goTo = ({ kind, id }: Visit) =>
    kind === "creator"
      ? navigate({ to: "/w/$slug/creators/$id", params: { slug, id: String(id) } })
      : navigate({ to: "/w/$slug/campaigns/$campaignId", params: { slug, campaignId: id } });
  const visits = (choices: typeof recent) =>
    choices.map((choice): PaletteChoice => ({ ...choice, run: () => goTo(choice.visit) }));

  const isTyping = text.trim() !== "";
  const here = commands.filter(({ group }) => ["screen", "board", "list"].includes(group));
  const groups: ChoiceGroup<PaletteChoice>[] = isTyping
    ? [
        {
          id: "commands",
          label: t`Commands`,
          choices: search([...commands, ...workspaces], text).slice(0, 6),
        },
        { id: "creators", label: t`Creators`, choices: visits(found.creators) },
        { id: "campaigns", label: t`Campaigns`, choices: visits(found.campaigns) },
      ]
    : [
        { id: "recent", label: t`Recent`, choices: visits(recent) },
        { id: "here", label: t`On this page`, choices: here },
        {
          id: "others",
          label: t`Everywhere`,
          choices: commands.filter((command) => !here.includes(command)),
        },
      ];
  const isEmpty = groups.every(({ choices }) => choices.length === 0);
  const status = found.error ? (
    <span className={classes.failed}>
      {describe(found.error)}
      <Button size="compact-sm" variant="default" onClick={found.retry}>
        {t`Try again`}
      </Button>
    </span>
  ) : found.isSearching ? (
    t`Searching…`
  ) : isEmpty ? (
    t`Nothing is called that.`
  ) : null;
  return (
    // Without Mantine's header, which counts as a second banner of the page.
    <Modal.Root opened onClose={onClose} centered={false} padding={0} size={620} yOffset="12dvh">
      <Modal.Overlay />
      <Modal.Content className={classes.content} aria-label={t`Find a creator, a campaign or a command`}>
        <Modal.Body className={classes.body}>
          <ChoiceList
            label={t`Find a creator, a campaign or a command`}
            icon={<IconSearch size={18} aria-hidden />}
            text={text}
            onText={setText}
            groups={groups}
            onChoose={({ run }) => {
              onClose();
              // Once the focus is back where it was: a command may ask where that is.
              setTimeout(run);
            }}
            status={status}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
