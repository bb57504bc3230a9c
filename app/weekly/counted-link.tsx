import type { JSX } from "react";

/** A way down an issue's page, with how much is there. */
export function CountedLink(props: { to: string; name: string; count: number }): JSX.Element {
  const { to, name, count } = props;
  return (
    <a
      href={`#${to}`}
      className="flex items-center justify-between gap-3 py-1 hover:text-accent pointer-coarse:min-h-11"
    >
      {name}
      <span className="text-soft figures">{count}</span>
    </a>
  );
}
