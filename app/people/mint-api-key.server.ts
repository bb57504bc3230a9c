import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { apiKeys, people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { hashSecretToken, newSecretToken } from "./secret-token.server.ts";

/** Makes a key that acts as this person through the API; it is told once and kept as a hash. Undefined for nobody. */
export function mintApiKey({ email, name }: { email: string; name: string }): Promise<string | undefined> {
  return runTransaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(sql`lower(${people.email})`, email.trim().toLowerCase()), isNull(people.disabledAt)));
    if (!person) return undefined;
    const id = newId();
    const key = `corridor_${newSecretToken()}`;
    await tx.insert(apiKeys).values({ id, personId: person.id, name, keyHash: hashSecretToken(key) });
    await recordEvent(tx, { name: "api-key.minted", actorId: null, subjectId: id });
    return key;
  });
}
