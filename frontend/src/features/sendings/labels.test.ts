import { describe, expect, it } from "vitest";
import { ines } from "./fixtures";
import { addressLines, labelsCsv } from "./labels";

const address = ines.ship_to;
if (!address) throw new Error("the parcel goes somewhere");

it("writes an address as on a parcel, without empty lines", () => {
  expect(addressLines(address, (code) => (code === "FR" ? "France" : code))).toEqual([
    "Inès Benali",
    "12 rue des Lilas",
    "69003 Lyon",
    "France",
    "+33 6 00 00 00 00",
  ]);
});

describe("labelsCsv", () => {
  const names = {
    reference: "Reference",
    recipient: "Recipient",
    line1: "Address",
    line2: "Complement",
    postcode: "Postcode",
    city: "City",
    region: "Region",
    country: "Country",
    phone: "Telephone",
    contents: "Contents",
  };
  const csv = (ship_to: typeof ines.ship_to) =>
    labelsCsv([{ ...ines, ship_to }], { names, contents: () => '2 × "Savon"', separator: ";" }).split("\r\n");

  it("has a line for each parcel that goes somewhere", () => {
    const [head, line] = csv(address);
    expect(head?.startsWith('"Reference";"Recipient";"Address"')).toBe(true);
    expect(line).toBe(
      '"5";"Inès Benali";"12 rue des Lilas";"";"69003";"Lyon";"";"FR";"+33 6 00 00 00 00";"2 × ""Savon"""',
    );
    expect(csv(null)).toHaveLength(1);
  });

  it.each(["=1+1", "@now", "+cmd", "-2+3+cmd"])("never hands a formula to a spreadsheet: %s", (text) => {
    const [, line] = csv({ ...address, line2: text });
    expect(line).toContain(`"'${text}"`);
  });
});
