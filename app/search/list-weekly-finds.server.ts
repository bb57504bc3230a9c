import { and, desc, eq, sql } from "drizzle-orm";
import { allStaffRule } from "#app/insights/readable.ts";
import type { MailLine } from "#app/mail/mail.ts";
import { db } from "#db/client.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { savedSearches } from "#db/schema/saved-searches.server.ts";
import { weeklyIssues } from "#db/schema/weekly.server.ts";
import { countAmong, newToInSql } from "./count-new.server.ts";
import { newInWords, openedAddress } from "./saved-search.ts";

type Asked = {
  personId: string;
  /** The weekly issue's. */
  subjectId: string;
};

/**
 * For the weekly mail, of the saved searches that are told with it: how much each finds of what was posted in the issue's
 * week and its owner has not looked at yet, a line each. Of what all staff may read alone, like the mail.
 */
export async function listWeeklyFinds({ personId, subjectId }: Asked): Promise<MailLine[]> {
  const { id, name, address, lookedUpTo } = savedSearches;
  const [issues, saved] = await Promise.all([
    db.select({ monday: weeklyIssues.week }).from(weeklyIssues).where(eq(weeklyIssues.id, subjectId)),
    db
      .select({ id, name, address, lookedUpTo })
      .from(savedSearches)
      .where(and(eq(savedSearches.personId, personId), eq(savedSearches.tell, "weekly")))
      .orderBy(desc(savedSearches.usedAt)),
  ]);
  const monday = issues[0]?.monday;
  if (monday === undefined) return [];
  const inWeek = sql`${insights.postedWeek} = ${monday}::date`;
  const counts = await countAmong({
    personId,
    saved,
    which: newToInSql({ personId, rule: allStaffRule, also: inWeek }),
  });
  return saved.flatMap((search) => {
    const fresh = counts.get(search.id);
    if (!fresh || fresh.count === 0) return [];
    return { words: `${search.name}: ${newInWords(fresh)} this week`, leadsTo: openedAddress(search) };
  });
}
