import { useFetcher } from "@remix-run/react";
import CircleCheck from "lucide-react/icons/circle-check";
import Undo2 from "lucide-react/icons/undo-2";
import { type JSX, useEffect, useRef } from "react";
import type { PrivacyNudge } from "../text/privacy-nudge.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { Undone } from "../ui/not-done.tsx";
import { MadeByServer } from "../ui/server-markup.tsx";
import { linksInPlace } from "../ui/use-links-in-place.ts";
import { LookAgain } from "./look-again.tsx";
import type { JustPostedCard } from "./use-posting-turn.ts";

/** What was posted a moment ago, where it was posted, and the way to take it back. */
export function JustPosted({
  posted: { id, visibility, card },
  lookAgain,
}: {
  posted: JustPostedCard;
  lookAgain?: PrivacyNudge;
}): JSX.Element {
  const strip = useRef<HTMLElement>(null);
  const undoing = useFetcher<Undone>();
  // The focus goes to the strip, not to Undo: a key held down or pressed twice must not take the post back.
  useEffect(() => strip.current?.focus({ preventScroll: true }), []);
  return (
    <section
      ref={strip}
      tabIndex={-1}
      aria-labelledby="just-posted"
      aria-describedby="just-posted-undo"
      className="mb-10 max-w-column scroll-mt-20 rounded-lg border border-accent bg-surface print:hidden"
    >
      <div className="flex min-h-13 flex-wrap items-center gap-x-2.5 gap-y-1 rounded-t-lg bg-accent-soft py-1.5 pr-2 pl-4">
        <Icon of={CircleCheck} className="text-accent" />
        <h2 id="just-posted" className="font-medium">
          Posted. Thank you.
        </h2>
        <undoing.Form method="post" action={`/insights/${id}`} className="ml-auto">
          <input type="hidden" name="intent" value="undo" />
          <Button
            id="just-posted-undo"
            variant="quiet"
            size="small"
            icon={Undo2}
            pending={undoing.state !== "idle"}
            pendingLabel="Undoing…"
          >
            Undo
          </Button>
        </undoing.Form>
      </div>
      {undoing.data && (
        <p role="alert" className="px-4 pt-3 font-medium text-danger">
          {notUndone(undoing.data)}
        </p>
      )}
      {lookAgain && (
        // With script the same was said while it was written.
        <LookAgain nudge={lookAgain} visibility={visibility} className="mx-4 mt-4 scripted:hidden">
          <p>
            <a href={`/insights/${id}/edit`} className="font-medium underline underline-offset-4">
              Edit it
            </a>
          </p>
        </LookAgain>
      )}
      <div {...linksInPlace} className="p-4">
        <MadeByServer piece={card} />
      </div>
    </section>
  );
}

function notUndone({ signedOut, tooOften }: Undone): string {
  if (signedOut) return "Not undone: you have been signed out. Sign in again and withdraw it on its page.";
  if (tooOften) return "Not undone: that was a lot in a short time. Wait a minute and press Undo again.";
  return "Not undone: the library's data could not be reached. Wait a moment and press Undo again.";
}
