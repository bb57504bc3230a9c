import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { enquirySources } from "#db/schema/enquiries.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { Person } from "../people/person.ts";
import { cleanLine } from "../text/clean-text.ts";
import { enquiryLimits } from "./enquiry.ts";

/** Adds a place where enquiries come in; one that is there already stays as it is. What is wrong, if anything. */
export async function addSource({
  person,
  name,
}: {
  person: Person;
  name: string;
}): Promise<string | undefined> {
  const clean = cleanLine(name);
  if (!/[\p{L}\p{N}]/u.test(clean)) return "Give it a name";
  if ([...clean].length > enquiryLimits.sourceCharacters)
    return `At most ${enquiryLimits.sourceCharacters} characters`;
  return runTransaction(async (tx) => {
    if ((await countSources(tx)) >= enquiryLimits.sources) return "There are as many as a list can hold";
    const added = await addSources(tx, [clean]);
    for (const { id } of added)
      await recordEvent(tx, { name: "enquiry-source.added", actorId: person.id, subjectId: id });
    return undefined;
  });
}

/** Adds those of these names that are not there yet. */
export async function addSources(tx: Tx, names: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return [];
  return tx
    .insert(enquirySources)
    .values(names.map((name) => ({ id: newId(), name })))
    .onConflictDoNothing()
    .returning({ id: enquirySources.id, name: enquirySources.name });
}

async function countSources(tx: Tx): Promise<number> {
  const [row] = await tx.select({ number: sql<number>`count(*)::int` }).from(enquirySources);
  return row?.number ?? 0;
}
