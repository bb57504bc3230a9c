import type { Person } from "../people/person.ts";
import { cleanLine, saysSomething } from "../text/clean-text.ts";
import { hideInsight, unhideInsight } from "./hide-insight.server.ts";
import { insightLimits } from "./insight.ts";
import type { TurnOutcome } from "./turn-insight.server.ts";
import { restoreInsight, withdrawInsight } from "./withdraw-insight.server.ts";

const notices = {
  withdraw: "insight-withdrawn",
  undo: "insight-undone",
  restore: undefined,
  hide: "insight-hidden",
  unhide: "insight-unhidden",
} as const;

type Intent = keyof typeof notices;
type NamedTurn = { intent: Intent; reason: string; notice: (typeof notices)[Intent] };

/** Which turn a form on the insight's page asks for, what is wrong with it, or undefined when it names none. */
export function readTurn(sent: {
  intent?: string;
  reason?: string;
}): NamedTurn | { problem: string } | undefined {
  if (!sent.intent || !Object.hasOwn(notices, sent.intent)) return undefined;
  const intent = sent.intent as Intent;
  const reason = cleanLine(sent.reason ?? "");
  if (intent === "hide" && !saysSomething(reason))
    return { problem: "Say why it is hidden: its author will read it" };
  if ([...reason].length > insightLimits.reasonCharacters) {
    return { problem: `A reason has at most ${insightLimits.reasonCharacters} characters` };
  }
  return { intent, reason, notice: notices[intent] };
}

/** Does what was asked. The caller has asked the policy. */
export function turnByIntent({
  person,
  id,
  turn,
}: {
  person: Person;
  id: string;
  turn: NamedTurn;
}): Promise<TurnOutcome> {
  switch (turn.intent) {
    case "withdraw":
    case "undo":
      return withdrawInsight({ person, id });
    case "restore":
      return restoreInsight({ person, id });
    case "hide":
      return hideInsight({ person, id, reason: turn.reason });
    case "unhide":
      return unhideInsight({ person, id });
  }
}
