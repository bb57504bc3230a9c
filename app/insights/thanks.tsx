import Heart from "lucide-react/icons/heart";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { useInPlace } from "../ui/in-place.ts";
import { type Talk, type TalkAnswer, talkAddress } from "./talk.ts";
import { TalkTrouble } from "./talk-trouble.tsx";

/** Thanks whoever posted it; pressed again, takes the thanks back. */
export function ThankButton({ id, thanked }: { id: string; thanked: boolean }): JSX.Element {
  const { submit, pending, sent, answer } = useInPlace<TalkAnswer>({ to: talkAddress(id) });
  const failed = answer !== undefined && !answer.done;
  const asked = failed ? undefined : sent?.get("intent");
  const shown = asked ? asked === "thank" : thanked;
  return (
    <form method="post" action={`/insights/${id}`} onSubmit={submit} className="contents">
      <input type="hidden" name="intent" value={shown ? "unthank" : "thank"} />
      <Button variant="quiet" size="small" icon={Heart} pending={pending}>
        {shown ? "Thanked · undo" : "Thanks"}
      </Button>
      <TalkTrouble answer={answer} />
    </form>
  );
}

/** "Thanked by Tom Hill and 2 others": names, no figures to compare by. */
export function ThankedBy({ thanks }: Pick<Talk, "thanks">): JSX.Element | null {
  if (thanks.length === 0) return null;
  const names = thanks.map(({ name, mine }) => (mine ? "you" : name));
  return <p className="text-sm text-soft">Thanked by {inWords(names)}</p>;
}

function inWords(names: readonly string[]): string {
  const [first = "", second, third] = names;
  if (names.length > 3) return `${first} and ${names.length - 1} others`;
  if (third) return `${first}, ${second} and ${third}`;
  return second ? `${first} and ${second}` : first;
}
