import { useLingui } from "@lingui/react/macro";
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { brandsQuery } from "@/shared/api/lists";
import { fieldErrors } from "@/shared/hooks/field-errors";
import { useErrorText } from "@/shared/hooks/use-error-text";
import { useWorkspace } from "@/shared/hooks/use-workspace";
import { useAddBrand } from "../api";

interface BrandSelectProps {
  value?: number | null;
  onChange?: (brand: number | null) => void;
  error?: ReactNode;
}

/** The brand a campaign runs for; one that is missing is added on the spot. */
export function BrandSelect({ value, onChange, error }: BrandSelectProps) {
  const { t } = useLingui();
  const { slug } = useWorkspace();
  const describe = useErrorText();
  const { data } = useQuery(brandsQuery(slug));
  const add = useAddBrand();
  const [isAdding, setAdding] = useState(false);
  const [name, setName] = useState("");
  const brands = data?.results.filter(({ archived_at, id }) => !archived_at || id === value) ?? [];
  const isNew = isAdding || (data && brands.length === 0);

  if (!isNew)
    return (
      <Select
        label={t`Brand`}
        required
        searchable
        allowDeselect={false}
        data={[
          ...brands.map((brand) => ({ value: String(brand.id), label: brand.name })),
          { value: "new", label: t`Add a brand…` },
        ]}
        value={value == null ? null : String(value)}
        onChange={(next) => (next === "new" ? setAdding(true) : onChange?.(Number(next)))}
        error={error}
      />
    );
  const save = () => {
    if (!name.trim()) return;
    add.mutate(name.trim(), {
      onSuccess: ({ data: brand }) => {
        onChange?.(brand?.id ?? null);
        setAdding(false);
      },
    });
  };
  return (
    <TextInput
      label={t`Brand`}
      description={brands.length === 0 ? t`The advertiser this campaign runs for.` : undefined}
      placeholder={t`Name of the new brand`}
      required
      maxLength={120}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        save();
      }}
      error={add.error ? (fieldErrors(add.error).name ?? describe(add.error)) : error}
      rightSectionWidth="auto"
      rightSection={
        <Group gap={4} pr={4} wrap="nowrap">
          {brands.length > 0 && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAdding(false)}>
              {t`Cancel`}
            </Button>
          )}
          <Button size="compact-xs" onClick={save} loading={add.isPending} disabled={!name.trim()}>
            {t`Add`}
          </Button>
        </Group>
      }
    />
  );
}
