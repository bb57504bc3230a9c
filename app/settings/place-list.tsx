import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { useOurWords } from "./use-our-words.tsx";

export type Place = { to: string; label: string; about: string };

/** Where one can go from here, each with what is there. */
export function PlaceList({ places }: { places: readonly Place[] }): JSX.Element {
  const say = useOurWords();
  return (
    <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
      {places.map(({ to, label, about }) => (
        <li key={to}>
          <Link to={to} className="link inline-block py-1 font-medium pointer-coarse:py-2.5">
            {say(label)}
          </Link>
          <span className="block text-sm text-soft">{say(about)}</span>
        </li>
      ))}
    </ul>
  );
}
