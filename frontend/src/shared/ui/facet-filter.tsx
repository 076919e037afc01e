import type { ReactNode } from "react";
import { type FacetOption, FacetOptions } from "./facet-options";
import { FilterPopover } from "./filter-popover";

interface FacetFilterProps {
  label: string;
  options: FacetOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
  /** Above the values: how they combine. */
  children?: ReactNode;
}

/** One filter: a button that opens its values, with their counts. */
export function FacetFilter({ children, ...values }: FacetFilterProps) {
  return (
    <FilterPopover label={values.label} count={values.selected.length}>
      {children}
      <FacetOptions {...values} />
    </FilterPopover>
  );
}
