import Check from "lucide-react/icons/check";
import Ear from "lucide-react/icons/ear";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { Kept } from "../ui/kept-markup.tsx";
import type { InsightKind } from "./insight.ts";
import { voiceWords } from "./strength.tsx";
import { type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

type HeardTooProps = { id: string; kind: InsightKind; given: boolean };

/** One press adds the reader's voice, another takes it back. */
export function HeardToo({ id, kind, given }: HeardTooProps): JSX.Element {
  const { submit, pending, sent, answer } = useInPlace<TalkAnswer>({ to: talkAddress(id) });
  const failed = answer !== undefined && !answer.done;
  const asked = failed ? undefined : sent?.get("intent");
  const shown = asked ? asked === "corroborate" : given;
  return (
    <form method="post" action={`/insights/${id}`} onSubmit={submit} className="contents">
      <Kept of={Press} with={{ kind, shown, pending }} className="contents" />
      <span role="status" className="sr-only">
        {answer?.done ? (shown ? "Your voice is added." : "Your voice is taken back.") : ""}
      </span>
      {failed && <TalkTrouble answer={answer} />}
    </form>
  );
}

type PressProps = { kind: InsightKind; shown: boolean; pending: boolean };

/** The button: the same on every card of a kind, so that the server draws it once for all of them. */
function Press({ kind, shown, pending }: PressProps): JSX.Element {
  const { press, pressed } = voiceWords(kind);
  return (
    <>
      <input type="hidden" name="intent" value={shown ? "withdraw-corroboration" : "corroborate"} />
      <Button variant="quiet" size="small" icon={shown ? Check : Ear} pending={pending}>
        {shown ? (
          <>
            {pressed} <span className="font-normal">· undo</span>
          </>
        ) : (
          press
        )}
      </Button>
    </>
  );
}
