import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { departments } from "#db/schema/departments.server.ts";
import { enquiries, enquirySources } from "#db/schema/enquiries.server.ts";
import { holdDepartment } from "../departments/hold-department.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { isId } from "../insights/insight.ts";
import type { Person } from "../people/person.ts";
import type { EnquiryProblems } from "./enquiry.ts";
import type { EnquiryDraft } from "./enquiry-draft.ts";

type Logging = { person: Person; draft: EnquiryDraft; idempotencyKey: string };

export type LoggedEnquiry =
  | { outcome: "logged"; id: string }
  | { outcome: "refused"; problems: EnquiryProblems };

/** Counts enquiries. The same key counts them once, however often it is sent. */
export async function logEnquiry({ person, draft, idempotencyKey }: Logging): Promise<LoggedEnquiry> {
  return runTransaction(async (tx) => {
    const [departmentId, sourceId] = await Promise.all([
      holdOpen(tx, draft.department),
      findSource(tx, draft.source),
    ]);
    const problems: EnquiryProblems = {
      ...(departmentId === undefined && { department: "Choose a department from the list" }),
      ...(sourceId === undefined && { source: "Choose where they came in from the list" }),
    };
    if (departmentId === undefined || sourceId === undefined) return { outcome: "refused", problems };
    const { askedOn, kind, effort, count } = draft;
    const row = { id: newId(), askedOn, departmentId, sourceId, kind, effort, count };
    const added = await tx
      .insert(enquiries)
      .values({ ...row, loggedBy: person.id, idempotencyKey })
      .onConflictDoNothing()
      .returning({ id: enquiries.id });
    if (added.length === 0)
      return { outcome: "logged", id: await findLogged(tx, { person, idempotencyKey }) };
    await recordEvent(tx, { name: "enquiry.logged", actorId: person.id, subjectId: row.id });
    return { outcome: "logged", id: row.id };
  });
}

/** An open department's id, held; null when none is meant, undefined when there is none of that name. */
async function holdOpen(tx: Tx, slug: string): Promise<string | null | undefined> {
  if (slug === "") return null;
  const held = await holdDepartment(tx, eq(departments.slug, slug));
  return held && !held.closed ? held.id : undefined;
}

async function findSource(tx: Tx, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined;
  const [found] = await tx
    .select({ id: enquirySources.id })
    .from(enquirySources)
    .where(eq(enquirySources.id, id));
  return found?.id;
}

async function findLogged(
  tx: Tx,
  { person, idempotencyKey }: Pick<Logging, "person" | "idempotencyKey">,
): Promise<string> {
  const [found] = await tx
    .select({ id: enquiries.id })
    .from(enquiries)
    .where(and(eq(enquiries.loggedBy, person.id), eq(enquiries.idempotencyKey, idempotencyKey)));
  if (!found) throw new Error("enquiries with a key that is taken are not there");
  return found.id;
}
