import { type JSX, useState } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import type { PrivacyNudge } from "../text/privacy-nudge.ts";
import { Button } from "../ui/button.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { writeOver } from "../ui/text-completion.ts";
import { LookAgain } from "./look-again.tsx";
import { bodyField, type Written } from "./written-form.ts";

type PrivacyNoteProps = { nudges: readonly PrivacyNudge[]; written: Written };

/** A second look at a named person, while there is time: the role instead with one press, or left as it is. */
export function PrivacyNote({ nudges, written }: PrivacyNoteProps): JSX.Element {
  const [left, setLeft] = useState<readonly string[]>([]);
  const say = useOurWords();
  const nudge = nudges.find((one) => !left.includes(nameOf(one)));
  function replace({ from, to, found, instead }: PrivacyNudge): void {
    const field = bodyField();
    // Written on since: nothing is replaced that was not read.
    if (!field?.value.startsWith(found.slice(0, 3), from)) return;
    const spaced = instead === "" && field.value.charAt(to) === " " ? to + 1 : to;
    writeOver(field, { sign: "", typed: "", from, to: spaced }, say(instead));
  }
  return (
    <div id="look-again" tabIndex={-1}>
      {nudge && (
        <LookAgain nudge={nudge} visibility={written.visibility}>
          <div className="flex flex-wrap gap-2">
            <Button type="button" variant="secondary" size="small" onClick={() => replace(nudge)}>
              {nudge.instead ? `Write “${say(nudge.instead)}”` : "Take it out"}
            </Button>
            <Button
              type="button"
              variant="quiet"
              size="small"
              onClick={() => {
                setLeft([...left, nameOf(nudge)]);
                bodyField()?.focus();
              }}
            >
              Leave it
            </Button>
          </div>
        </LookAgain>
      )}
      <LiveRegion>
        {nudge ? `You may want to look at this again: ${nudge.found}. See beneath the form.` : ""}
      </LiveRegion>
    </div>
  );
}

function nameOf({ why, found }: PrivacyNudge): string {
  return `${why} ${found}`;
}
