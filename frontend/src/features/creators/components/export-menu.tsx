import { useLingui } from "@lingui/react/macro";
import { Menu, type MenuProps } from "@mantine/core";
import { IconFileSpreadsheet, IconFileTypeCsv } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFormat } from "@/shared/format/use-format";
import { saveFile } from "@/shared/ui/save-file";
import { useToasts } from "@/shared/ui/toasts";
import { type Selection, useExport } from "../api";
import type { Order } from "../model";

interface ExportMenuProps extends Omit<MenuProps, "children"> {
  selection: Selection;
  order: Order;
  /** What opens it, told whether a file is being written. */
  children: (isPending: boolean) => ReactNode;
}

/** Takes the creators away as a file that a spreadsheet opens and the import reads back. */
export default function ExportMenu({ selection, order, children, ...menu }: ExportMenuProps) {
  const { t } = useLingui();
  const format = useFormat();
  const toasts = useToasts();
  const take = useExport();
  const save = (kind: "csv" | "xlsx") => () =>
    take.mutate(
      { kind, selection, order },
      {
        onSuccess: (file) => saveFile(file, `${t`creators`}-${format.today()}.${kind}`),
        onError: (error) => toasts.failed(t`The file could not be written`, error),
      },
    );
  return (
    <Menu {...menu}>
      <Menu.Target>{children(take.isPending)}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileTypeCsv size={16} aria-hidden />} onClick={save("csv")}>
          {t`CSV, any number`}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileSpreadsheet size={16} aria-hidden />} onClick={save("xlsx")}>
          {t`Excel, up to ${format.number(10_000)}`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
