import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { sessions } from "#db/schema/people.server.ts";
import { isLiveSession } from "./live-session.server.ts";

export type OpenSession = { id: string; createdAt: Date; lastSeenAt: Date; userAgent: string };

/** A person's open sessions, the one used last first. */
export function listSessions(personId: string): Promise<OpenSession[]> {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(and(eq(sessions.personId, personId), isLiveSession()))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(50);
}
