import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Disclosure } from "../ui/disclosure.tsx";

type NamedElsewhere = { to: string; name: string; also: readonly string[] };

type WordsElsewhereProps = { summary: string; named: readonly NamedElsewhere[] };

/** Other names that are looked after on pages of their own, each leading there; nothing where there are none. */
export function WordsElsewhere({ summary, named }: WordsElsewhereProps): JSX.Element | null {
  if (named.length === 0) return null;
  return (
    <Disclosure summary={summary}>
      <ul className="divide-y divide-line">
        {named.map(({ to, name, also }) => (
          <li key={to} className="py-1.5 wrap-anywhere">
            <Link to={to} className="link inline-block py-0.5 font-medium">
              {name}
            </Link>{" "}
            <span className="text-sm text-soft">also {also.join(", ")}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
