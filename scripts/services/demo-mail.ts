import { eq } from "drizzle-orm";
import { findInstance } from "./instance-record.ts";

type Letter = { text: string; html: string };

/** The weekly mail to a colleague, as it would be sent now by the instance that uses this data folder. */
export async function demoMail(
  dataFolder: string,
  { handle, monday }: { handle: string; monday: string },
): Promise<Letter> {
  process.env.DATABASE_URL = findInstance(dataFolder)?.services?.appUrl;
  const { closeDb, db } = await import("#db/client.server.ts");
  const { people } = await import("#db/schema/people.server.ts");
  const { weeklyIssues } = await import("#db/schema/weekly.server.ts");
  const { writeMail } = await import("#app/mail/write-mail.ts");
  const { writeWeeklyMail } = await import("#app/weekly/write-weekly-mail.server.ts");
  try {
    const [person] = await db.select({ id: people.id }).from(people).where(eq(people.handle, handle));
    const [issue] = await db
      .select({ id: weeklyIssues.id })
      .from(weeklyIssues)
      .where(eq(weeklyIssues.week, monday));
    const words = await writeWeeklyMail({ personId: person?.id ?? "", subjectId: issue?.id ?? "" });
    if ("skip" in words) throw new Error(`There is no such mail: ${words.skip}`);
    return writeMail(words, "https://corridor.northmoor.example");
  } finally {
    await closeDb();
  }
}
