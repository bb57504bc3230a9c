import { readIdempotencyKey } from "../insights/idempotency-key.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { addSource } from "./add-source.server.ts";
import type { EnquiryProblems, SentEnquiry } from "./enquiry.ts";
import { readEnquiry } from "./enquiry-draft.ts";
import { logEnquiry } from "./log-enquiry.server.ts";
import { withdrawEnquiry } from "./withdraw-enquiry.server.ts";

type Asked = { person: Person; one: (name: string) => string };

type Done =
  /** `to`: where to go on. */
  | { outcome: "done"; to: string }
  | { outcome: "refused"; problems?: EnquiryProblems; sent?: SentEnquiry; sourceProblem?: string }
  | { outcome: "not-there" | "unknown" };

/** Does what a form of the desk's page asks. */
export async function deskByIntent({ person, one }: Asked): Promise<Done> {
  const intent = one("intent");
  if (intent === "log") return log({ person, one });
  if (intent === "take-back" || intent === "put-back") {
    const turned = await withdrawEnquiry({ person, id: one("id"), withdrawn: intent === "take-back" });
    return turned ? { outcome: "done", to: "/desk" } : { outcome: "not-there" };
  }
  if (intent !== "add-source") return { outcome: "unknown" };
  const problem = await addSource({ person, name: one("name") });
  return problem ? { outcome: "refused", sourceProblem: problem } : { outcome: "done", to: "/desk" };
}

async function log({ person, one }: Asked): Promise<Done> {
  const idempotencyKey = readIdempotencyKey(one("key"));
  if (!idempotencyKey) return { outcome: "unknown" };
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const sent: SentEnquiry = {
    askedOn: one("askedOn") || today,
    department: one("department"),
    source: one("source"),
    kind: one("kind"),
    effort: one("effort"),
    count: one("count"),
  };
  const read = readEnquiry(sent, { today });
  if ("problems" in read) return { outcome: "refused", problems: read.problems, sent };
  const logged = await logEnquiry({ person, draft: read.draft, idempotencyKey });
  if (logged.outcome === "refused") return { outcome: "refused", problems: logged.problems, sent };
  // The next one is asked about as the last: what was chosen stays, and only the count begins anew.
  const { department, source, kind, effort, askedOn } = sent;
  const kept = { department, source, kind, effort, ...(askedOn !== today && { askedOn }) };
  const query = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== ""));
  return { outcome: "done", to: `/desk?${query}#department` };
}
