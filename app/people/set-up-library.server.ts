import { sql } from "drizzle-orm";
import { demoHandles } from "#db/demo/demo-handles.server.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { changeSettings } from "../settings/change-settings.server.ts";
import { forgetLibrarySettings } from "../settings/find-library-settings.server.ts";
import type { LibraryDraft } from "../settings/library-draft.ts";
import { createPerson } from "./create-person.server.ts";
import { findOrMakeTeam } from "./find-or-make-team.server.ts";
import { takeFirstRun } from "./first-run-link.server.ts";
import { freeHandle } from "./handles.server.ts";
import { hashPassword } from "./password.server.ts";
import type { PersonDetails } from "./person-draft.ts";
import { startSession } from "./start-session.server.ts";

type SettingUp = {
  /** Of the link, which is used by this. */
  token: string;
  library: LibraryDraft;
  administrator: PersonDetails;
  password: string;
  /** With the demonstration: the worker fills it in. */
  demonstration: boolean;
  userAgent: string;
};

/** Makes an empty library somebody's own: its settings and its first administrator, who is signed in. All of it or nothing. */
export async function setUpLibrary({
  token,
  library,
  administrator: { team, ...details },
  password,
  demonstration,
  userAgent,
}: SettingUp): Promise<{ outcome: "signed-in"; token: string } | { outcome: "not-there" }> {
  const passwordHash = await hashPassword(password);
  const session = await runTransaction(async (tx) => {
    // One at a time, with whoever makes an administrator at the terminal as well.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('the first administrator'))`);
    if (!(await takeFirstRun(tx, token))) return undefined;
    const teamId = await findOrMakeTeam(tx, { name: team, actorId: null });
    const handle = await freeHandle(tx, details.name, demonstration ? demoHandles : []);
    const id = await createPerson(tx, { ...details, handle, teamId, passwordHash, actorId: null });
    await changeSettings(tx, library);
    await recordEvent(tx, {
      name: "library.settings-changed",
      actorId: id,
      subjectId: null,
      fields: Object.keys(library),
    });
    if (demonstration)
      await recordEvent(tx, { name: "demonstration.asked-for", actorId: id, subjectId: null });
    return startSession(tx, { personId: id, userAgent });
  });
  forgetLibrarySettings();
  return session ? { outcome: "signed-in", token: session } : { outcome: "not-there" };
}
