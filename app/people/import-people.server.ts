import { inArray, sql } from "drizzle-orm";
import { type Db, db, type Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { addInvited, type Invited, takenAddress } from "./invite-person.server.ts";
import type { PersonDetails } from "./person-draft.ts";
import type { PeopleRow } from "./read-people-file.ts";

/** The same rows, those whose address somebody here has already refused. */
export async function checkPeople(rows: readonly PeopleRow[]): Promise<PeopleRow[]> {
  const asked = rows.flatMap(({ details }) => details?.email ?? []);
  const taken = await takenAmong(db, asked);
  return rows.map((row) =>
    row.details && taken.has(row.details.email)
      ? { row: row.row, name: row.name, email: row.email, problem: takenAddress }
      : row,
  );
}

async function takenAmong(connection: Db | Tx, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const email = sql<string>`lower(${people.email})`;
  const rows = await connection
    .select({ email })
    .from(people)
    .where(inArray(email, [...emails]));
  return new Set(rows.map((row) => row.email));
}

type Import = { actorId: string; people: readonly PersonDetails[]; byMail: boolean };

/**
 * Invites everybody on a list, all of them or, when something breaks, nobody. Whoever is here already is left as they
 * are, so that the same list can be sent twice.
 */
export function importPeople({ actorId, people: list, byMail }: Import): Promise<Invited[]> {
  return runTransaction(async (tx) => {
    // One list at a time: else two would meet at the same new address.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('a list of people'))`);
    const taken = await takenAmong(
      tx,
      list.map(({ email }) => email),
    );
    const invited: Invited[] = [];
    for (const details of list) {
      if (taken.has(details.email)) continue;
      taken.add(details.email);
      invited.push(await addInvited(tx, { actorId, id: newId(), details, byMail }));
    }
    if (invited.length > 0) {
      await recordEvent(tx, { name: "people.imported", actorId, subjectId: null });
    }
    return invited;
  });
}
