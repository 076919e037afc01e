import { useLingui } from "@lingui/react/macro";
import { ActionIcon, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import type { Stage, StageChange } from "../api";
import { StageColour } from "./stage-colour";
import classes from "./stage-item.module.css";
import { useStageDrag } from "./use-stage-drag";

interface StageItemProps {
  stage: Stage;
  name: string;
  index: number;
  count: number;
  mayEdit: boolean;
  onSave: (change: StageChange) => void;
  onMove: (position: number) => void;
  onRemove: () => void;
  /** Another stage was dropped here. */
  onDrop: (id: number, position: number) => void;
}

export function StageItem({
  stage,
  name,
  index,
  count,
  mayEdit,
  onSave,
  onMove,
  onRemove,
  onDrop,
}: StageItemProps) {
  const { t } = useLingui();
  const item = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const edge = useStageDrag({ item, handle, id: stage.id, index, enabled: mayEdit, onDrop });

  const label = (field: "label_en" | "label_fr", title: string, lang: string) => (
    <TextInput
      // A saved or refused change shows what the server holds.
      key={stage[field]}
      className={classes.label}
      aria-label={title}
      lang={lang}
      defaultValue={stage[field]}
      readOnly={!mayEdit}
      maxLength={60}
      leftSection={<span className={classes.language}>{lang}</span>}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") event.currentTarget.value = stage[field];
      }}
      onBlur={(event) => {
        const value = event.currentTarget.value.trim();
        if (value && value !== stage[field]) onSave({ [field]: value });
        else event.currentTarget.value = stage[field];
      }}
    />
  );
  return (
    <li ref={item} className={classes.item} data-edge={edge}>
      {mayEdit && (
        <span ref={handle} className={classes.handle} aria-hidden>
          <IconGripVertical size={16} />
        </span>
      )}
      <StageColour
        colour={stage.colour}
        label={t`Colour of ${name}`}
        disabled={!mayEdit}
        onChange={(colour) => onSave({ colour })}
      />
      {label("label_en", t`Name of ${name} in English`, "en")}
      {label("label_fr", t`Name of ${name} in French`, "fr")}
      {mayEdit && (
        <span className={classes.moves}>
          <ActionIcon
            aria-label={t`Move ${name} up`}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            aria-label={t`Move ${name} down`}
            disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t`Remove ${name}`} onClick={onRemove}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </span>
      )}
    </li>
  );
}
