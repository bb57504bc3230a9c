import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { PersonDraft } from "./person-draft.ts";

/** Adds a person inside the caller's transaction. Throws a unique violation when the e-mail or handle is taken. */
export async function createPerson(
  tx: Tx,
  person: PersonDraft & { passwordHash: string | null; demonstration?: boolean; actorId: string | null },
): Promise<string> {
  const id = newId();
  const { actorId, ...fields } = person;
  await tx.insert(people).values({ id, ...fields });
  await recordEvent(tx, { name: "person.created", actorId, subjectId: id });
  return id;
}
