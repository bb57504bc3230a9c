import type { Person } from "../people/person.ts";
import { confirmTrue } from "./confirm-true.server.ts";
import { type SupersedeOutcome, supersedeInsight, unsupersedeInsight } from "./supersede-insight.server.ts";

const intents = ["confirm-true", "supersede", "unsupersede"] as const;
type CheckIntent = (typeof intents)[number];

/** Whether a form on the insight's page says if it is still true. */
export function isCheck(intent: string | undefined): intent is CheckIntent {
  return intents.some((one) => one === intent);
}

type Check = { person: Person; id: string; intent: CheckIntent; newer: string };

/** Does what was asked; the verbs ask the policy. */
export function checkByIntent({ person, id, intent, newer }: Check): Promise<SupersedeOutcome> {
  switch (intent) {
    case "confirm-true":
      return confirmTrue({ person, id });
    case "supersede":
      return supersedeInsight({ person, id, newerId: insightInAddress(newer) });
    case "unsupersede":
      return unsupersedeInsight({ person, id });
  }
}

/** What is wrong with the newer insight somebody named, in words for the form. */
export function checkProblem({ outcome }: SupersedeOutcome): string | undefined {
  if (outcome === "no-such-newer") {
    return "There is no such insight to read, or it has been replaced itself. Copy the address of one that stands";
  }
  if (outcome === "newer-is-for-fewer") {
    return "Some who may read this one could not read the newer: open that one to as many, or choose another";
  }
  return undefined;
}

/** The id in an insight's address, or the text itself. */
function insightInAddress(text: string): string {
  return /\/insights\/([0-9a-f-]{36})/i.exec(text)?.[1]?.toLowerCase() ?? text.trim().toLowerCase();
}
