import { and, eq, isNull, sql } from "drizzle-orm";
import { newId } from "#db/new-id.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { people } from "#db/schema/people.server.ts";
import { cleanLine } from "../text/clean-text.ts";
import { apiKeyLimits } from "./api-key.ts";
import { addApiKey } from "./make-api-key.server.ts";

/**
 * At the terminal: a key that acts as this person through the API; it is told once and kept as a hash. Undefined for nobody.
 * Its name is one that the page of keys could have given: there it is shown, and typed again to revoke it.
 */
export async function mintApiKey({
  email,
  name: given,
}: {
  email: string;
  name: string;
}): Promise<string | undefined> {
  const name = cleanLine(given);
  if (!name || name.length > apiKeyLimits.nameCharacters) {
    throw new Error(`A key's name has 1 to ${apiKeyLimits.nameCharacters} characters: nothing was made.`);
  }
  return runTransaction(async (tx) => {
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(sql`lower(${people.email})`, email.trim().toLowerCase()), isNull(people.disabledAt)));
    if (!person) return undefined;
    return addApiKey(tx, { id: newId(), personId: person.id, name, endsAt: null, actorId: null });
  });
}
