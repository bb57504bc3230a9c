import { TransactionRollbackError } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { insertInsight } from "./insert-insight.server.ts";
import { readDraft } from "./insight-draft.ts";
import { insightResource, justPosted } from "./insight-resource.ts";
import { nobody } from "./nobody.ts";
import { rowOf } from "./post-insight.server.ts";
import type { ResolvedDraft } from "./resolve-draft.server.ts";

const words: ResolvedDraft = { channelId: nobody.id, departments: [], tags: [], newTags: [] };

/**
 * Posts what nobody has said, so that whoever posts first does not wait until all of it is read and compiled. It is written
 * only if a key that nobody has is held, and in a transaction that is given up: no trace is left, not even a mark of change.
 */
export async function rehearsePosting(): Promise<void> {
  const sent = { body: "Heard *this* in a corridor: #nothing", departments: ["none"], channel: "none" };
  const read = readDraft(sent, { today: dayIn("UTC", new Date()) });
  if ("problems" in read) return;
  const { draft } = read;
  const { row } = await rowOf({ person: nobody, draft, idempotencyKey: "rehearsal", source: "api" }, words);
  const asked = { askedDepartments: draft.departments, askedChannel: draft.channel, askedTags: draft.tags };
  const meant = { departments: [], channelId: null, tags: [] };
  const expected = { asked, meant, key: { hash: "nobody's", person: nobody } };
  JSON.stringify(
    insightResource(justPosted({ ...row, person: nobody, draft, words }), { body: draft.body, origin: "" }),
  );
  const tried = db.transaction(async (tx) => {
    await insertInsight(row, words, { tx, expected });
    tx.rollback();
  });
  await tried.catch((error: unknown) => {
    if (!(error instanceof TransactionRollbackError)) throw error;
  });
}
