import type { JSX } from "react";
import { useInPlace } from "../ui/in-place.ts";
import { Kept } from "../ui/kept-markup.tsx";
import { HeardTooForm, type HeardTooProps } from "./heard-too-form.tsx";
import { type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

/** One press adds the reader's voice, another takes it back. The server keeps how it begins, as every card has one. */
export function HeardToo(props: HeardTooProps): JSX.Element {
  return <Kept of={HeardTooForm} with={props} live={PressedInPlace} className="contents" />;
}

function PressedInPlace({ id, kind, given }: HeardTooProps): JSX.Element {
  const { submit, pending, sent, answer } = useInPlace<TalkAnswer>({ to: talkAddress(id) });
  const failed = answer !== undefined && !answer.done;
  const asked = failed ? undefined : sent?.get("intent");
  const shown = asked ? asked === "corroborate" : given;
  return (
    <HeardTooForm
      id={id}
      kind={kind}
      given={shown}
      pending={pending}
      submit={submit}
      told={answer?.done ? (shown ? "Your voice is added." : "Your voice is taken back.") : undefined}
      trouble={failed && <TalkTrouble answer={answer} />}
    />
  );
}
