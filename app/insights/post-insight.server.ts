import { newId } from "#db/new-id.server.ts";
import { againAfterDeadlock, runTransaction } from "#db/run-transaction.server.ts";
import { type FormFile, gone } from "../files/sent-files.ts";
import type { Person } from "../people/person.ts";
import { dayIn, mondayOf } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { renderMarkdown } from "../text/render-markdown.server.ts";
import { attachFiles, orNotAll } from "./attach-files.server.ts";
import { findPostedWithKey } from "./find-posted-with-key.server.ts";
import { whileWordsChange } from "./hold-words.server.ts";
import { insertInsight } from "./insert-insight.server.ts";
import type { InsightSource } from "./insight.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { insightRow } from "./insight-row.server.ts";
import type { ResolvedDraft, resolveDraft } from "./resolve-draft.server.ts";
import { resolveFor } from "./resolve-for.server.ts";
import { reviewAges } from "./review-age.ts";

export type Posting = {
  person: Person;
  draft: InsightDraft;
  /** What its words mean, where that is being looked up already. */
  words?: ReturnType<typeof resolveDraft>;
  /** Made once a form or a request: however often it arrives, one insight is posted. */
  idempotencyKey: string;
  source: InsightSource;
  /** Uploaded before, with what was typed about them. */
  files?: readonly FormFile[];
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
export function postInsight(posting: Posting): Promise<PostOutcome> {
  return whileWordsChange((isAgain) => post(isAgain ? { ...posting, words: undefined } : posting));
}

/** Undefined when what it is about has been merged or closed while it was on its way: nothing was saved. */
async function post(posting: Posting): Promise<PostOutcome | undefined> {
  const { person, draft, idempotencyKey, source, files = [], postedAt = new Date() } = posting;
  const [words, rendered, settings] = await Promise.all([
    resolveFor({ person, draft, words: posting.words }),
    renderMarkdown(draft.body, { linkTags: true }),
    findLibrarySettings(),
  ]);
  if ("problems" in words) return { outcome: "refused", problems: words.problems };

  const id = newId();
  const row = {
    id,
    ...insightRow({ draft, rendered, words, ages: reviewAges(settings.reviewMonths) }),
    postedWeek: mondayOf(dayIn(settings.timeZone, postedAt)),
    postedAt,
    authorId: person.id,
    teamId: person.team.id,
    source,
    idempotencyKey,
  };
  const isNew = await insertWith(files, { row, words });
  if (isNew === "not-all") return { outcome: "refused", problems: { files: gone } };
  if (isNew) return { outcome: "posted", id, postedAt, words };
  const { timeZone } = settings;
  const first = await findPostedWithKey({ authorId: person.id, idempotencyKey, draft, words, timeZone });
  return first && { outcome: first.isSame ? "already-posted" : "key-reused", id: first.id };
}

type Inserting = { row: Parameters<typeof insertInsight>[0]; words: ResolvedDraft };

/** In one statement, or, where there are files, in one transaction with them: all of them or nothing. */
async function insertWith(
  files: readonly FormFile[],
  { row, words }: Inserting,
): Promise<boolean | "not-all"> {
  if (files.length === 0) return againAfterDeadlock(() => insertInsight(row, words));
  return orNotAll(() =>
    runTransaction(async (tx) => {
      const isNew = await insertInsight(row, words, tx);
      if (isNew) await attachFiles(tx, { insightId: row.id, personId: row.authorId, files });
      return isNew;
    }),
  );
}
