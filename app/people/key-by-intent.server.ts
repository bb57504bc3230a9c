import type { Day } from "../settings/calendar.ts";
import { type ApiKeyProblems, readApiKey, type SentApiKey } from "./api-key.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { makeApiKey } from "./make-api-key.server.ts";
import { revokeApiKey } from "./revoke-api-key.server.ts";

export type KeyTurn =
  | { outcome: "made"; key: string; name: string; person: string }
  | { outcome: "made-before" }
  | { outcome: "refused"; problems: ApiKeyProblems; sent: SentApiKey }
  | { outcome: "throttled"; seconds: number };

type Making = {
  actorId: string;
  id: string;
  sent: (name: string) => string;
  today: Day;
  timeZone: string;
};

/** Makes the key that a form asks for, once the administrator has typed their password again. */
export async function makeKeyFromForm({ actorId, id, sent, today, timeZone }: Making): Promise<KeyTurn> {
  const values: SentApiKey = { name: sent("name"), person: sent("person"), lastDay: sent("lastDay") };
  const read = readApiKey({ sent: values, today, timeZone });
  if ("problems" in read) return { outcome: "refused", problems: read.problems, sent: values };
  const confirmed = await confirmPassword({ personId: actorId, password: sent("password") });
  if (confirmed.outcome === "throttled") return confirmed;
  if (confirmed.outcome === "wrong") {
    return { outcome: "refused", problems: { password: "That is not your password" }, sent: values };
  }
  const made = await makeApiKey({ actorId, id, draft: read.draft });
  return made.outcome === "refused" ? { ...made, sent: values } : made;
}

export type KeyRefusal = { id: string; problem: string };

type Revoking = { actorId: string; ownerId?: string; id: string; typed: string };

/** Revokes the key a form names; the words beside its field when it is not to be. Undefined when there is none such. */
export async function revokeKeyFromForm(asked: Revoking): Promise<"revoked" | KeyRefusal | undefined> {
  const { outcome } = await revokeApiKey(asked);
  if (outcome === "not-there") return undefined;
  if (outcome !== "name-differs") return "revoked";
  return {
    id: asked.id,
    problem: "That is not its name, so it is open as before. Type the name as it stands here",
  };
}
