import type { JSX } from "react";
import { Field } from "../ui/field.tsx";
import { type Basis, bases } from "./insight.ts";

const words: Record<Basis, { name: string; meaning: string }> = {
  reported: { name: "Reported", meaning: "someone told us" },
  fact: { name: "Fact", meaning: "seen or documented" },
  opinion: { name: "Opinion", meaning: "a view, ours or theirs" },
};

/** How sure it is: one press, reported unless said otherwise. */
export function BasisField({ value, error }: { value?: string; error?: string }): JSX.Element {
  const chosen = bases.find((basis) => basis === value) ?? "reported";
  return (
    <fieldset aria-describedby={error ? "basis-error" : undefined}>
      <legend className="mb-1 font-medium">How sure?</legend>
      {error && (
        <Field id="basis" label="How sure?" hideLabel error={error}>
          {null}
        </Field>
      )}
      <div className="grid grid-cols-3 overflow-hidden rounded-md border border-edge bg-surface">
        {bases.map((basis, place) => (
          <label
            key={basis}
            className="relative flex min-h-11 cursor-pointer flex-col items-center justify-center border-edge px-1 py-1 text-center not-first:border-l has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent forced-colors:has-checked:underline"
          >
            <input
              type="radio"
              name="basis"
              value={basis}
              id={place === 0 ? "basis" : undefined}
              defaultChecked={basis === chosen}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            <span>{words[basis].name}</span>
            <span className="text-sm font-normal text-soft max-sm:sr-only">{words[basis].meaning}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
