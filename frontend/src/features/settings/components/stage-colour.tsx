import { useLingui } from "@lingui/react/macro";
import { ActionIcon, ColorSwatch, Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { stageColours } from "../model";

interface StageColourProps {
  colour: string;
  label: string;
  disabled: boolean;
  onChange: (colour: string) => void;
}

export function StageColour({ colour, label, disabled, onChange }: StageColourProps) {
  const { t } = useLingui();
  const names: Record<(typeof stageColours)[number], string> = {
    gray: t`Grey`,
    red: t`Red`,
    orange: t`Orange`,
    yellow: t`Yellow`,
    lime: t`Lime`,
    green: t`Green`,
    teal: t`Turquoise`,
    cyan: t`Cyan`,
    blue: t`Blue`,
    grape: t`Violet`,
    pink: t`Pink`,
  };
  return (
    <Menu position="bottom-start" alignItemsLabels="all" checkIcon={<IconCheck size={14} aria-hidden />}>
      <Menu.Target>
        <ActionIcon aria-label={label} disabled={disabled}>
          <Swatch colour={colour || "gray"} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup aria-label={label} value={colour || "gray"} onChange={onChange}>
          {stageColours.map((value) => (
            <Menu.RadioItem
              key={value}
              value={value}
              closeMenuOnClick
              rightSection={<Swatch colour={value} />}
            >
              {names[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <ColorSwatch component="span" size={14} color={`var(--mantine-color-${colour}-6)`} withShadow={false} />
  );
}
