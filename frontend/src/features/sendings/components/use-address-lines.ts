import { useFormat } from "@/shared/format/use-format";
import { type AddressText, addressLines } from "../labels";

/** An address as it is written on a parcel, its country in the reader's language. */
export function useAddressLines() {
  const format = useFormat();
  return (address: AddressText) => addressLines(address, format.countryName);
}
