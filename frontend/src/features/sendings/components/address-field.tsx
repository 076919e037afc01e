import { useLingui } from "@lingui/react/macro";
import { Alert, Fieldset, Select, SimpleGrid, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { creatorQuery } from "@/shared/api/creators";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { CountrySelect } from "@/shared/ui/code-selects";
import { type Address, noAddress } from "../form";

interface AddressFieldProps {
  creatorId: number;
  /** The address on the parcel, when it has one already. */
  kept: Partial<Address> | null;
  choice: string;
  address: Address;
  onChange: (change: { address_choice: string; address?: Address }) => void;
  /** Properties of the input of one line of a typed address. */
  input: (name: keyof Address) => object;
  error?: ReactNode;
}

/** Where a parcel goes: one of the creator's addresses, or one typed for this parcel alone. */
export function AddressField(props: AddressFieldProps) {
  const { creatorId, kept, choice, address, onChange, input, error } = props;
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data: creator } = useQuery(creatorQuery(slug, creatorId));
  if (!creator) return null;
  const { name, addresses } = creator;
  const usual = addresses.find(({ is_default }) => is_default);
  const theirs = addresses.map((one) => ({
    // Nothing said: the one they have the day it leaves.
    value: !kept && one === usual ? "usual" : String(one.id),
    label: inOneLine(one),
  }));
  const options = [
    ...(kept ? [{ value: "kept", label: inOneLine(kept) }] : []),
    ...theirs.filter(({ label }) => !kept || label !== inOneLine(kept)),
    ...(!kept && !usual ? [{ value: "usual", label: t`Not known yet` }] : []),
    { value: "typed", label: t`Another address…` },
  ];
  const choose = (next: string | null) => {
    if (!next) return;
    const isFirst = next === "typed" && !address.recipient;
    onChange({
      address_choice: next,
      ...(isFirst && { address: { ...noAddress, recipient: name, country: creator.country } }),
    });
  };
  return (
    <>
      <Select
        label={t`Address`}
        allowDeselect={false}
        data={options}
        value={choice}
        onChange={choose}
        error={error}
      />
      {choice === "usual" && !kept && addresses.length === 0 && (
        <Alert color="yellow" title={t`No address for ${name}`}>
          {t`You can note the sending now. Ask for the address, and give it before the parcel leaves.`}
        </Alert>
      )}
      {choice === "typed" && (
        <Fieldset p="sm" legend={t`Address of this parcel`}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
            <TextInput label={t`Recipient`} required maxLength={200} {...input("recipient")} />
            <TextInput label={t`Address`} required maxLength={200} {...input("line1")} />
            <TextInput label={t`Complement`} maxLength={200} {...input("line2")} />
            <TextInput label={t`Postcode`} required maxLength={20} {...input("postcode")} />
            <TextInput label={t`City`} required maxLength={120} {...input("city")} />
            <CountrySelect label={t`Country`} required {...input("country")} />
            <TextInput label={t`Telephone`} maxLength={40} {...input("phone")} />
          </SimpleGrid>
        </Fieldset>
      )}
    </>
  );
}

function inOneLine({ recipient, line1, postcode, city, country }: Partial<Address>): string {
  return [recipient, line1, [postcode, city].filter(Boolean).join(" "), country].filter(Boolean).join(", ");
}
