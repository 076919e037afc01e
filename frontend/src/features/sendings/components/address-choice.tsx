import { useLingui } from "@lingui/react/macro";
import { Alert, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { creatorQuery } from "@/shared/api/creators";
import { useWorkspace } from "@/shared/hooks/use-workspace";

interface AddressChoiceProps {
  creatorId: number;
  value?: string | null;
  onChange?: (value: string | null) => void;
  error?: ReactNode;
}

/** One of the creator's addresses; it is copied on the parcel when that leaves. */
export function AddressChoice({ creatorId, value, onChange, error }: AddressChoiceProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const { data: creator } = useQuery(creatorQuery(slug, creatorId));
  if (!creator) return null;
  const { name, addresses } = creator;
  if (addresses.length === 0)
    return (
      <Alert color="yellow" title={t`No address for ${name}`}>
        {t`You can note the sending now; ask for the address and add it to their profile before the parcel leaves.`}
      </Alert>
    );
  const usual = addresses.find(({ is_default }) => is_default) ?? addresses[0];
  return (
    <Select
      label={t`Address`}
      allowDeselect={false}
      data={addresses.map(({ id, recipient, line1, postcode, city, country }) => ({
        value: String(id),
        label: [recipient, line1, `${postcode} ${city}`, country].filter(Boolean).join(", "),
      }))}
      value={value ?? (usual ? String(usual.id) : null)}
      onChange={onChange}
      error={error}
    />
  );
}
