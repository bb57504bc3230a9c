import { eq } from "drizzle-orm";
import postgres from "postgres";
import { keepUpload } from "#app/files/keep-upload.server.ts";
import type { Person } from "#app/people/person.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { leftOut } from "#app/upkeep/backup.ts";
import { listTables } from "#app/upkeep/library-tables.server.ts";
import { db } from "#db/client.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { files } from "#db/schema/files.server.ts";
import { aPdf, aPicture, arrived } from "#tests/files/samples.ts";
import { aComment, aDepartment, anInsight, aPerson } from "#tests/support/factories.ts";

/** What archives, copies and spreadsheets stumble over. */
const awkward = 'Tab\there, "quotes", back\\slash \\N \\. and\n\n=1+1, ünïcødé 🦉';

export const password = "a long way from the desk";

/** A small library with something of most kinds in it, and a person who can sign in. */
export async function aLibrary(): Promise<{
  person: Person;
  email: string;
  insight: string;
  picture: string;
}> {
  const email = "priya@library.example";
  const person = await aPerson({ email, password, name: "Priya Shah", role: "admin" });
  const department = await aDepartment({ name: "Informatics", slug: "informatics", nicknames: ["Comp Sci"] });
  const under = await aDepartment({ name: "Robotics", slug: "robotics", parent: department });
  const given = { person, departments: [department, under] };
  const { id } = await anInsight({ ...given, body: `The puffin survey moves house. ${awkward}` });
  for (const visibility of ["team", "me"]) await anInsight({ ...given, sent: { visibility } });
  await anInsight({ ...given, sent: { kind: "question", tags: ["puffins"] } });
  await aComment({ insightId: id, body: awkward });
  const picture = await attach(person, id, await aPicture("png"), 0);
  await attach(person, id, aPdf({ bytes: 3_000_000 }), 1);
  await runTransaction((tx) => startSession(tx, { personId: person.id, userAgent: "a test" }));
  return { person, email, insight: id, picture };
}

async function attach(person: Person, insightId: string, bytes: Buffer, position: number): Promise<string> {
  const kept = await keepUpload({ personId: person.id, upload: arrived(bytes, "On the wall") });
  if ("trouble" in kept) throw new Error(kept.trouble);
  await db.update(files).set({ insightId, position }).where(eq(files.id, kept.file.id));
  return kept.file.id;
}

/** Of each table that a backup keeps, how many rows and what they add up to. */
export async function fingerprint(url: string): Promise<Record<string, string>> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found: Record<string, string> = {};
    for (const { name, columns } of await listTables(sql as never)) {
      if (name in leftOut) continue;
      const [row] = await sql<{ sum: string }[]>`
        select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '') as sum
        from (select ${sql(columns)} from ${sql(name)}) t`;
      found[name] = row?.sum ?? "";
    }
    return found;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
