import { db } from "../client.server.ts";
import { people } from "../schema/people.server.ts";

/** True while the library has no people: nothing of anybody's can be mixed with the demonstration. */
export async function isEmptyLibrary(): Promise<boolean> {
  const [person] = await db.select({ id: people.id }).from(people).limit(1);
  return !person;
}
