import type { Tx } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import type { PersonDraft } from "./person-draft.ts";

type NewPerson = PersonDraft & {
  id?: string;
  passwordHash: string | null;
  demonstration?: boolean;
  actorId: string | null;
};

/** Adds a person inside the caller's transaction. Throws a unique violation when the e-mail or handle is taken. */
export async function createPerson(tx: Tx, { actorId, id = newId(), ...fields }: NewPerson): Promise<string> {
  await tx.insert(people).values({ id, ...fields });
  await recordEvent(tx, { name: "person.created", actorId, subjectId: id });
  return id;
}
