import { useLingui } from "@lingui/react/macro";
import { ActionIcon, Button, Checkbox, Popover, Stack } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import type { DataColumn } from "@/shared/ui/data-table/model";
import type { CreatorRow } from "../api";
import { type ColumnId, hideable } from "../columns";

interface ColumnsChoiceProps {
  columns: DataColumn<CreatorRow>[];
  hidden: readonly ColumnId[];
  onChange: (hidden: ColumnId[]) => void;
}

/** Which columns the table shows. */
export default function ColumnsChoice({ columns, hidden, onChange }: ColumnsChoiceProps) {
  const { t } = useLingui();
  const header = (id: ColumnId) => columns.find((column) => column.id === id)?.header;
  return (
    <Popover position="bottom-end" width={220} trapFocus>
      <Popover.Target>
        <ActionIcon variant="default" size={36} aria-label={t`Columns`} title={t`Columns`} visibleFrom="sm">
          <IconColumns3 size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t`Columns`}>
        <Checkbox.Group
          label={t`Columns`}
          value={hideable.filter((id) => !hidden.includes(id))}
          onChange={(shown) => onChange(hideable.filter((id) => !shown.includes(id)))}
        >
          <Stack gap={8} mt="xs">
            {hideable.map((id) => (
              <Checkbox key={id} value={id} label={header(id)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Button
          variant="subtle"
          size="compact-sm"
          mt="sm"
          disabled={hidden.length === 0}
          onClick={() => onChange([])}
        >
          {t`Show all`}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
