import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { DaysAgo, OnDay, TimeAgo, useToday } from "../ui/time-ago.tsx";
import { type ApiKeyState, canBeRevoked, type ShownApiKey } from "./api-key.ts";
import { RevokeKeyForm } from "./revoke-key-form.tsx";

type ApiKeyListProps = {
  keys: readonly ShownApiKey[];
  /** Says whom each acts as: where they may be anybody's. */
  withPerson?: boolean;
  /** What was typed wrong to revoke one. */
  refused?: { id: string; problem: string };
};

const stateWords: Partial<Record<ApiKeyState, string>> = {
  asleep: "Opens nothing: they are disabled",
  ended: "Ended",
  revoked: "Revoked",
};

/** Keys by name: whom each acts as, whence it comes, when it was last used, and the way to end it. */
export function ApiKeyList({ keys, withPerson = false, refused }: ApiKeyListProps): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {keys.map((key) => (
        <li key={key.id} id={`key-${key.id}`} className="grid gap-1 py-3">
          <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="min-w-0 font-medium break-words">{key.name}</span>
            {stateWords[key.state] && <Badge>{stateWords[key.state]}</Badge>}
          </p>
          {withPerson && (
            <p>
              acts as{" "}
              <Link to={`/settings/people/${key.person.handle}`} className="link inline-block py-0.5">
                {key.person.name}
              </Link>
            </p>
          )}
          <p className="text-sm text-soft">
            <Past of={key} />
          </p>
          {canBeRevoked(key) && (
            <RevokeKeyForm
              id={key.id}
              name={key.name}
              problem={refused?.id === key.id ? refused.problem : undefined}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Past({ of: key }: { of: ShownApiKey }): JSX.Element {
  const today = useToday();
  const { madeAt, madeBy, usedOn, lastDay, state, revokedAt, revokedBy } = key;
  return (
    <>
      Made <TimeAgo at={madeAt} /> {by(madeBy)},{" "}
      {usedOn ? (
        <>
          last used <DaysAgo day={usedOn} today={today} />
        </>
      ) : (
        "not used yet"
      )}
      {lastDay && state !== "revoked" && (
        <>
          ; {state === "ended" ? "its last day was" : "its last day is"} <OnDay day={lastDay} today={today} />
        </>
      )}
      {revokedAt && (
        <>
          ; revoked <TimeAgo at={revokedAt} /> {by(revokedBy)}
        </>
      )}
      .
    </>
  );
}

function by(name: string | null): string {
  return name ? `by ${name}` : "at the terminal";
}
