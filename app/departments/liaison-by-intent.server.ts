import type { Day } from "../settings/calendar.ts";
import { addLiaison, putBackLiaison, takeOffLiaison } from "./change-liaisons.server.ts";
import type { StructureOutcome } from "./structure-change.ts";

const verbs = {
  "add-liaison": { change: addLiaison, notice: "liaison-added" },
  "take-off": { change: takeOffLiaison, notice: "liaison-taken-off" },
  "put-back": { change: putBackLiaison, notice: "liaison-put-back" },
} as const;

type Asked = { intent: string; slug: string; handle: string; today: Day; actorId: string };
type Turned = StructureOutcome & { notice: (typeof verbs)[keyof typeof verbs]["notice"] };

/** Does with a department's liaisons what a form asks; undefined when there is no such thing to do. */
export async function liaisonByIntent({ intent, ...asked }: Asked): Promise<Turned | undefined> {
  if (!Object.hasOwn(verbs, intent)) return undefined;
  const { change, notice } = verbs[intent as keyof typeof verbs];
  return { ...(await change(asked)), notice };
}
