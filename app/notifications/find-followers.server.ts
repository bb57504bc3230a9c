import { and, eq, inArray, lte } from "drizzle-orm";
import { union } from "drizzle-orm/pg-core";
import { db } from "#db/client.server.ts";
import { follows } from "#db/schema/follows.server.ts";
import { insightDepartments, insights, insightTags } from "#db/schema/insights.server.ts";

/**
 * Who follows a department or a tag of these insights, or the team they were posted from, and did so before they were
 * posted: people's ids by insight.
 */
export async function findFollowers(insightIds: readonly string[]): Promise<Map<string, string[]>> {
  const followers = new Map<string, string[]>();
  if (insightIds.length === 0) return followers;
  const row = { insightId: insights.id, personId: follows.personId };
  const ofThese = and(inArray(insights.id, [...insightIds]), lte(follows.followedAt, insights.postedAt));
  const rows = await union(
    db
      .select(row)
      .from(insights)
      .innerJoin(insightDepartments, eq(insightDepartments.insightId, insights.id))
      .innerJoin(follows, eq(follows.departmentId, insightDepartments.departmentId))
      .where(ofThese),
    db
      .select(row)
      .from(insights)
      .innerJoin(insightTags, eq(insightTags.insightId, insights.id))
      .innerJoin(follows, eq(follows.tagId, insightTags.tagId))
      .where(ofThese),
    db.select(row).from(insights).innerJoin(follows, eq(follows.teamId, insights.teamId)).where(ofThese),
  );
  for (const { insightId, personId } of rows) {
    followers.set(insightId, [...(followers.get(insightId) ?? []), personId]);
  }
  return followers;
}
