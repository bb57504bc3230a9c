import type { FieldText } from "./field.tsx";

export type ComboboxOption = {
  value: string;
  label: string;
  /** Other words that find it: nicknames, old names, codes. */
  keywords?: readonly string[];
  /** A second line. A keyword that found it takes its place. */
  detail?: string;
  group?: string;
};

export type ComboboxProps = Omit<FieldText, "label"> & {
  label: string;
  /** Every chosen value is submitted under this name, with and without script. */
  name: string;
  /** The name unless told otherwise; two forms on one page must tell. */
  id?: string;
  options: readonly ComboboxOption[];
  multiple?: boolean;
  defaultValue?: readonly string[];
  /**
   * Turns typed text into a new value, or refuses it with nothing. Only with `multiple`.
   * Without script the field is then one text box whose single value holds all of them, parted by commas.
   */
  allowNew?: (text: string) => string | undefined;
  placeholder?: string;
  required?: boolean;
  className?: string;
  onChange?: (values: string[]) => void;
};

export function labelOf(options: readonly ComboboxOption[], value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** In the order in which each group is first met; "" for those without one. */
export function inGroups<T>(items: readonly T[], groupOf: (item: T) => string | undefined): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groupOf(item) ?? "";
    const members = groups.get(group);
    if (members) members.push(item);
    else groups.set(group, [item]);
  }
  return [...groups];
}
