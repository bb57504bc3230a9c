import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { mostNeedNote, type Need, type NeedState, needStateNames, needStates } from "./need.ts";

const tones = { met: "accent", unmet: "signal", "not-aware": "plain" } as const;

/** A state as a badge: its word says it. */
function NeedBadge({ state }: { state: NeedState }): JSX.Element {
  return <Badge tone={tones[state]}>{needStateNames[state]}</Badge>;
}

/** How a department stands to each service that anybody said something of. */
export function NeedList({ needs }: { needs: readonly Need[] }): JSX.Element {
  return (
    <ul className="grid gap-2">
      {needs.map(({ serviceId, service, state, note, noted }) => (
        <li key={serviceId}>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="font-medium">{service}</span> {state && <NeedBadge state={state} />}
          </p>
          {note && <p className="max-w-measure">{note}</p>}
          {noted && (
            <p className="text-sm text-soft">
              said {noted.by}, <TimeAgo at={noted.at} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** All services at once, for those who keep the profile. `sent` holds what was typed when it was not saved. */
export function NeedsForm({
  needs,
  sent,
}: {
  needs: readonly Need[];
  sent?: Record<string, string>;
}): JSX.Element {
  return (
    <form method="post" className="grid gap-5">
      {needs.map(({ serviceId, service, state, note, version }) => (
        <fieldset key={serviceId} className="grid gap-x-4 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <legend className="mb-1 font-medium">{service}</legend>
          <input type="hidden" name={`version-${serviceId}`} value={version} />
          <SelectField
            name={`state-${serviceId}`}
            label={`How they stand to ${service}`}
            hideLabel
            defaultValue={sent?.[`state-${serviceId}`] ?? state ?? ""}
          >
            <option value="">Nobody has said</option>
            {needStates.map((each) => (
              <option key={each} value={each}>
                {needStateNames[each]}
              </option>
            ))}
          </SelectField>
          <TextField
            name={`note-${serviceId}`}
            label={`A word about ${service}`}
            hideLabel
            placeholder="A word about it"
            maxLength={mostNeedNote}
            defaultValue={sent?.[`note-${serviceId}`] ?? note}
          />
        </fieldset>
      ))}
      <div>
        <Button>Save</Button>
      </div>
    </form>
  );
}
