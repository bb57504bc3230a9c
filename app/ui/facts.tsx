import type { JSX, ReactNode } from "react";

type FactsProps = {
  /** What is said of a thing, in order; what is empty is left out. */
  facts: readonly (readonly [name: string, value: ReactNode])[];
};

/** Names and values, each name over its value: side by side where there is room, one under the other beside a column. */
export function Facts({ facts }: FactsProps): JSX.Element | null {
  const shown = facts.filter(([, value]) => value);
  if (shown.length === 0) return null;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] gap-x-8 gap-y-3 @min-[56rem]:grid-cols-1">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
