import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { ListedPerson, PersonState } from "./list-people.server.ts";
import { roleNames } from "./person.ts";

export const stateNames: Record<PersonState, string> = {
  active: "Active",
  invited: "Invited",
  disabled: "Disabled",
};

const tones = { active: "plain", invited: "accent", disabled: "signal" } as const;

/** Everybody, each leading to all an administrator can do about them. */
export function PeopleList({ people }: { people: readonly ListedPerson[] }): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {people.map(({ handle, name, email, role, jobTitle, team, state, lastSeen }) => (
        <li key={handle} className="grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="min-w-0">
            <Link
              to={`/settings/people/${handle}`}
              className="link inline-block py-0.5 font-medium wrap-anywhere"
            >
              {name}
            </Link>{" "}
            {state !== "active" && <Badge tone={tones[state]}>{stateNames[state]}</Badge>}
            <span className="block text-sm text-soft wrap-anywhere">{email}</span>
          </div>
          <div className="min-w-0 text-sm">
            <span className="block wrap-anywhere">
              {roleNames[role]}, {team}
            </span>
            <span className="block text-soft wrap-anywhere">
              {jobTitle}
              {jobTitle && lastSeen && " · "}
              {lastSeen && (
                <>
                  here <TimeAgo at={lastSeen} />
                </>
              )}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}
