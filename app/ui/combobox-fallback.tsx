import type { JSX } from "react";
import { type ComboboxOption, type ComboboxProps, inGroups } from "./combobox-option.ts";
import { controlLook } from "./field.tsx";
import { Select } from "./text-field.tsx";

type FallbackProps = Pick<
  ComboboxProps,
  "name" | "label" | "options" | "multiple" | "allowNew" | "placeholder"
> & {
  wiring: JSX.IntrinsicElements["input"] & JSX.IntrinsicElements["select"];
  values: readonly string[];
};

/** What the server sends: the browser's own controls, under the same name. */
export function ComboboxFallback({ wiring, values, ...props }: FallbackProps): JSX.Element {
  const { name, label, options, multiple, allowNew, placeholder } = props;
  if (allowNew) {
    const written = values.join(", ");
    return (
      <input
        {...wiring}
        type="text"
        name={name}
        defaultValue={written}
        placeholder={placeholder}
        className={controlLook}
      />
    );
  }
  const [first = "", ...others] = values;
  const spare = multiple ? ["", ""] : [];
  return (
    <>
      <Select {...wiring} name={name} defaultValue={first}>
        <Choices options={options} values={values} empty={placeholder ?? "Choose…"} />
      </Select>
      {[...others, ...spare].map((value, index) => (
        <Select
          // biome-ignore lint/suspicious/noArrayIndexKey: the places are fixed, and two of them are empty
          key={index}
          name={name}
          defaultValue={value}
          aria-label={`${label}, another (${index + 2})`}
          className="scripted:hidden"
        >
          <Choices options={options} values={values} empty="No other" />
        </Select>
      ))}
    </>
  );
}

type ChoicesProps = { options: readonly ComboboxOption[]; values: readonly string[]; empty: string };

function Choices({ options, values, empty }: ChoicesProps): JSX.Element {
  const known = new Set(options.map((option) => option.value));
  const unknown = values
    .filter((value) => value && !known.has(value))
    .map((value) => ({ value, label: value }));
  return (
    <>
      <option value="">{empty}</option>
      {inGroups<ComboboxOption>([...unknown, ...options], ({ group }) => group).map(([group, members]) =>
        group ? (
          <optgroup key={group} label={group}>
            {members.map(asOption)}
          </optgroup>
        ) : (
          members.map(asOption)
        ),
      )}
    </>
  );
}

function asOption({ value, label }: ComboboxOption): JSX.Element {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}
