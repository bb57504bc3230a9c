import { and, eq, ne, sql } from "drizzle-orm";
import { databaseError } from "#db/errors.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { teams } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { cleanLine } from "../text/clean-text.ts";
import { findOrMakeTeam, holdTeamNames, isCalled } from "./find-or-make-team.server.ts";
import { teamNameLength } from "./team.ts";

export type TeamOutcome = { outcome: "done" | "not-there" } | { outcome: "refused"; problem: string };

type Named = { actorId: string; name: string };

function nameProblem(name: string): string | undefined {
  if (name === "") return "Enter a name";
  if (name.length > teamNameLength) return `A team's name has at most ${teamNameLength} characters`;
  return /[\p{L}\p{N}]/u.test(name) ? undefined : "A name has letters in it";
}

/** Adds a team; one of that name there already is as good. */
export async function addTeam({ actorId, name }: Named): Promise<TeamOutcome> {
  const clean = cleanLine(name);
  const problem = nameProblem(clean);
  if (problem) return { outcome: "refused", problem };
  await runTransaction((tx) => findOrMakeTeam(tx, { name: clean, actorId }));
  return { outcome: "done" };
}

/** Calls a team something else; its address stays as it is. */
export async function renameTeam({ actorId, id, name }: Named & { id: string }): Promise<TeamOutcome> {
  const clean = cleanLine(name);
  const problem = nameProblem(clean);
  if (problem) return { outcome: "refused", problem };
  return runTransaction<TeamOutcome>(async (tx) => {
    await holdTeamNames(tx);
    const [other] = await tx
      .select({ id: teams.id })
      .from(teams)
      .where(and(isCalled(clean), ne(teams.id, id)));
    if (other) return { outcome: "refused", problem: "Another team has that name" };
    const changed = await tx.update(teams).set({ name: clean }).where(eq(teams.id, id)).returning();
    if (changed.length === 0) return { outcome: "not-there" };
    await recordEvent(tx, { name: "team.renamed", actorId, subjectId: id, fields: ["name"] });
    return { outcome: "done" };
  });
}

/** Removes a team nobody is or was in; what was posted from a team keeps it. */
export async function removeTeam({ actorId, id }: { actorId: string; id: string }): Promise<TeamOutcome> {
  try {
    return await runTransaction<TeamOutcome>(async (tx) => {
      const gone = await tx.delete(teams).where(eq(teams.id, id)).returning({ id: sql`1` });
      if (gone.length === 0) return { outcome: "not-there" };
      await recordEvent(tx, { name: "team.removed", actorId, subjectId: id });
      return { outcome: "done" };
    });
  } catch (error) {
    if (databaseError(error)?.code !== "23503") throw error;
    return {
      outcome: "refused",
      problem: "It stays: people are in it, or were when they posted. Rename it, or move its people.",
    };
  }
}
