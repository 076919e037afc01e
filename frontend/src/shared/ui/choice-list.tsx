import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import classes from "./choice-list.module.css";

export interface Choice {
  id: string;
  label: string;
  /** Behind the label, dimmed. */
  detail?: string;
  icon?: ReactNode;
  /** At the end of the line. */
  end?: ReactNode;
}

export interface ChoiceGroup<Each extends Choice = Choice> {
  id: string;
  label?: string;
  choices: readonly Each[];
}

interface ChoiceListProps<Each extends Choice> {
  /** What is searched; also the name of the field. */
  label: string;
  text: string;
  onText: (text: string) => void;
  groups: readonly ChoiceGroup<Each>[];
  onChoose: (choice: Each) => void;
  /** Under the choices, and said aloud: searching, nothing found, failed. */
  status?: ReactNode;
  /** Beside the field. */
  icon?: ReactNode;
}

/** A field and what it finds, one of which is marked: arrows go through them, Enter takes the one marked. */
export function ChoiceList<Each extends Choice>(props: ChoiceListProps<Each>) {
  const { label, text, onText, groups, onChoose, status, icon } = props;
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const choices = groups.flatMap((group) => group.choices);
  const marked = choices.find(({ id }) => id === wanted) ?? choices[0];
  const place = marked ? choices.indexOf(marked) : -1;
  const optionId = (choice: Each) => `${listId}-${choice.id}`;
  useEffect(() => {
    if (wanted !== null)
      list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [wanted]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
    const steps: Record<string, number> = { ArrowDown: place + 1, ArrowUp: place - 1 };
    const step = steps[event.key];
    if (step !== undefined) setWanted(choices.at(step === choices.length ? 0 : step)?.id ?? null);
    else if (event.key === "Enter" && marked) onChoose(marked);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.root}>
      <div className={classes.field}>
        {icon}
        <input
          className={classes.input}
          role="combobox"
          aria-label={label}
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={marked && optionId(marked)}
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          data-autofocus
          value={text}
          onChange={(event) => {
            setWanted(null);
            onText(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} className={classes.list} role="listbox" aria-label={label}>
        {groups.map((group) =>
          group.choices.length === 0 ? null : (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a listbox.
            <div key={group.id} role="group" aria-label={group.label} className={classes.group}>
              {group.label && (
                <div className={classes.heading} aria-hidden>
                  {group.label}
                </div>
              )}
              {group.choices.map((choice) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys.
                <div
                  key={choice.id}
                  id={optionId(choice)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={choice === marked}
                  className={classes.choice}
                  onMouseMove={() => choice !== marked && setWanted(choice.id)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(choice)}
                >
                  {choice.icon && <span className={classes.icon}>{choice.icon}</span>}
                  <span className={classes.label}>{choice.label}</span>
                  {choice.detail && <span className={classes.detail}>{choice.detail}</span>}
                  {choice.end && <span className={classes.end}>{choice.end}</span>}
                </div>
              ))}
            </div>
          ),
        )}
      </div>
      <div className={classes.status} role="status">
        {status}
      </div>
    </div>
  );
}
