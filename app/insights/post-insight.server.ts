import { newId } from "#db/new-id.server.ts";
import { againAfterDeadlock } from "#db/run-transaction.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { renderMarkdown } from "../text/render-markdown.server.ts";
import { findPostedWithKey } from "./find-posted-with-key.server.ts";
import { insertInsight } from "./insert-insight.server.ts";
import type { InsightSource } from "./insight.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { insightRow } from "./insight-row.server.ts";
import { type ResolvedDraft, resolveDraft } from "./resolve-draft.server.ts";

export type Posting = {
  person: Person;
  draft: InsightDraft;
  /** Made once a form or a request: however often it arrives, one insight is posted. */
  idempotencyKey: string;
  source: InsightSource;
  /** When it is posted; now, except where a library's past is brought in. */
  postedAt?: Date;
};

export type PostOutcome =
  | { outcome: "posted"; id: string; postedAt: Date; words: ResolvedDraft }
  | { outcome: "already-posted"; id: string }
  /** Something else was posted with this key: what is sent now is not saved. */
  | { outcome: "key-reused"; id: string }
  | { outcome: "refused"; problems: DraftProblems };

/** Posts an insight: it, its first revision, its ledger entry and its jobs are saved together or not at all. */
export async function postInsight(posting: Posting): Promise<PostOutcome> {
  const { person, draft, idempotencyKey, source, postedAt = new Date() } = posting;
  const [words, rendered, settings] = await Promise.all([
    resolveDraft(draft),
    renderMarkdown(draft.body, { linkTags: true }),
    findLibrarySettings(),
  ]);
  if ("problems" in words) return { outcome: "refused", problems: words.problems };

  const id = newId();
  const row = {
    id,
    ...insightRow({ draft, rendered, words }),
    postedWeek: mondayOf(dayIn(settings.timeZone, postedAt)),
    postedAt,
    authorId: person.id,
    teamId: person.team.id,
    source,
    idempotencyKey,
  };
  const isNew = await againAfterDeadlock(() => insertInsight(row, words));
  if (isNew) return { outcome: "posted", id, postedAt, words };
  const { timeZone } = settings;
  const first = await findPostedWithKey({ authorId: person.id, idempotencyKey, draft, words, timeZone });
  return { outcome: first.isSame ? "already-posted" : "key-reused", id: first.id };
}
