import { changePerson } from "./change-person.server.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { disablePerson, enablePerson } from "./disable-person.server.ts";
import type { PersonRecord } from "./find-person-record.server.ts";
import { offerLink } from "./offer-link.server.ts";
import { personFields, readPerson, type SentPerson } from "./person-draft.ts";
import { signOutPerson } from "./sign-out-person.server.ts";

type Asked = {
  actorId: string;
  record: PersonRecord;
  intent: string;
  sent: (name: string) => string;
};

export type Refusal = {
  problems?: Record<string, string>;
  sent?: SentPerson;
  /** Beside the form that makes a link. */
  linkProblem?: string;
  /** Over the page. */
  problem?: string;
};

export type PersonTurn =
  | { outcome: "done"; notice: "person-changed" | "person-disabled" | "person-enabled" | "person-signed-out" }
  | { outcome: "link"; kind: "invitation" | "password-reset"; token?: string }
  | { outcome: "refused"; refusal: Refusal }
  | { outcome: "throttled"; seconds: number }
  | { outcome: "unknown" };

const lastAdministrator =
  "They are the last administrator who can sign in: without them nobody could look after the library. Make somebody else one first.";

/** Does what a form on somebody's page asks. The caller has asked `canManagePeople`. */
export async function personByIntent(asked: Asked): Promise<PersonTurn> {
  const given = { actorId: asked.actorId, personId: asked.record.id };
  switch (asked.intent) {
    case "change":
      return change(asked);
    case "link":
      return link(asked);
    case "disable": {
      const { outcome } = await disablePerson(given);
      if (outcome === "last-administrator") return refused({ problem: lastAdministrator });
      return { outcome: "done", notice: "person-disabled" };
    }
    case "enable":
      await enablePerson(given);
      return { outcome: "done", notice: "person-enabled" };
    case "sign-out":
      await signOutPerson(given);
      return { outcome: "done", notice: "person-signed-out" };
    default:
      return { outcome: "unknown" };
  }
}

async function change({ actorId, record, sent }: Asked): Promise<PersonTurn> {
  const values = Object.fromEntries(personFields.map((name) => [name, sent(name)])) as SentPerson;
  const read = readPerson(values);
  if ("problems" in read) return refused({ problems: read.problems, sent: values });
  const changed = await changePerson({
    actorId,
    personId: record.id,
    version: Number(sent("version")) || 0,
    details: read.details,
    password: sent("password"),
  });
  switch (changed.outcome) {
    case "changed":
      return { outcome: "done", notice: "person-changed" };
    case "refused":
      return refused({ problems: changed.problems, sent: values });
    case "last-administrator":
      return refused({ problem: lastAdministrator, sent: values });
    case "throttled":
      return changed;
    default:
      return refused({
        problem:
          "Somebody changed this meanwhile. What stands there now is below; change it again if you still wish to.",
      });
  }
}

async function link({ actorId, record, sent }: Asked): Promise<PersonTurn> {
  const confirmed = await confirmPassword({ personId: actorId, password: sent("password") });
  if (confirmed.outcome === "throttled") return confirmed;
  if (confirmed.outcome === "wrong") return refused({ linkProblem: "That is not your password" });
  const offered = await offerLink({ actorId, personId: record.id, byMail: sent("way") !== "copy" });
  return offered ? { outcome: "link", ...offered } : { outcome: "unknown" };
}

function refused(refusal: Refusal): PersonTurn {
  return { outcome: "refused", refusal };
}
