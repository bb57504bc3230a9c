import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { people } from "#db/schema/people.server.ts";
import { type Role, roles } from "./person.ts";

const demonstrationEmails = roles.map((role) => `${role}@northmoor.example`);

export type DemonstrationAccount = { handle: string; name: string; jobTitle: string; role: Role };

/** One demonstration colleague of each role, for one-click sign-in on the embedded demonstration library. */
export function listDemonstrationAccounts(): Promise<DemonstrationAccount[]> {
  return db
    .select({
      handle: people.handle,
      name: people.name,
      jobTitle: people.jobTitle,
      role: people.role,
    })
    .from(people)
    .where(
      and(
        eq(people.demonstration, true),
        isNull(people.disabledAt),
        inArray(people.email, [...demonstrationEmails]),
      ),
    )
    .orderBy(asc(people.role));
}
