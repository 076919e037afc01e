import { useLingui } from "@lingui/react";
import { useLingui as useMacro } from "@lingui/react/macro";
import { Modal, Text } from "@mantine/core";
import { keysOf } from "@/shared/commands/catalogue";
import { KeyCaps } from "@/shared/commands/key-caps";
import type { Active } from "@/shared/commands/registry";
import { type GroupId, groups, titles } from "@/shared/commands/titles";
import { useCommands } from "@/shared/commands/use-commands";
import classes from "./help-dialog.module.css";

interface HelpDialogProps {
  /** What could be done when it opened. */
  active: readonly Active[];
  onClose: () => void;
}

/** The keys that do something where one is, by place. */
export default function HelpDialog({ active, onClose }: HelpDialogProps) {
  const { t } = useMacro();
  const { i18n } = useLingui();
  useCommands({ help: onClose }, true);
  const withKeys = active.filter(({ id }) => keysOf(id).length > 0);
  const sections = (Object.keys(groups) as GroupId[]).flatMap((group) => {
    const commands = withKeys.filter(({ id }) => titles[id].group === group);
    return commands.length > 0 ? [{ group, commands }] : [];
  });
  return (
    // Without Mantine's header, which counts as a second banner of the page.
    <Modal.Root opened onClose={onClose} size={760}>
      <Modal.Overlay />
      <Modal.Content aria-label={t`Keyboard shortcuts`}>
        <Modal.Body>
          <div className={classes.head}>
            <h2 className={classes.title}>{t`Keyboard shortcuts`}</h2>
            <Modal.CloseButton />
          </div>
          <Text c="dimmed" size="sm" mb="md">
            {t`What these keys do on this page. They rest while you type.`}
          </Text>
          <div className={classes.sections}>
            {sections.map(({ group, commands }) => (
              <section key={group} className={classes.section} aria-labelledby={`keys-${group}`}>
                <h3 id={`keys-${group}`} className={classes.heading}>
                  {i18n._(groups[group])}
                </h3>
                <dl className={classes.list}>
                  {commands.map(({ id }) => (
                    <div key={id} className={classes.line}>
                      <dt>{i18n._(titles[id].title)}</dt>
                      <dd className={classes.keys}>
                        {keysOf(id).map((keys, place) => (
                          <span key={keys} className={classes.one}>
                            {place > 0 && <span className={classes.or}>{t`or`}</span>}
                            <KeyCaps keys={keys} />
                          </span>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
