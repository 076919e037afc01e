import type { Schemas } from "@/shared/api/schemas";

type Sending = Schemas["Sending"];
export type AddressText = NonNullable<Sending["ship_to"]>;

/** An address as it is written on a parcel. */
export function addressLines(address: AddressText, country: (code: string) => string): string[] {
  const { recipient, line1, line2, postcode, city, region, phone } = address;
  const town = [postcode, city].filter(Boolean).join(" ");
  return [recipient, line1, line2, town, region, country(address.country), phone].filter(Boolean);
}

const columns = ["recipient", "line1", "line2", "postcode", "city", "region", "country", "phone"] as const;
export type LabelColumn = (typeof columns)[number] | "reference" | "contents";

interface LabelsOptions {
  names: Record<LabelColumn, string>;
  contents: (sending: Sending) => string;
  /** What the reader's spreadsheet takes for the end of a cell. */
  separator: "," | ";";
}

/** One line for each parcel that has an address: what carriers' sites take to print labels. */
export function labelsCsv(
  sendings: readonly Sending[],
  { names, contents, separator }: LabelsOptions,
): string {
  const head = ["reference", ...columns, "contents"].map((name) => names[name as LabelColumn]);
  const lines = sendings.flatMap((sending) => {
    const { id, ship_to: address } = sending;
    return address ? [[String(id), ...columns.map((name) => address[name] ?? ""), contents(sending)]] : [];
  });
  return [head, ...lines].map((line) => line.map(cell).join(separator)).join("\r\n");
}

/** Quoted, so that nothing ends it early; and never a formula, wherever it came from. */
function cell(text: string): string {
  const isTelephone = /^\+[\d\s().-]+$/.test(text);
  const isFormula = /^[=@+\-\t\r]/.test(text) && !isTelephone;
  return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
