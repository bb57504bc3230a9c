import { newId } from "#db/new-id.server.ts";
import { againAfterDeadlock, runTransaction } from "#db/run-transaction.server.ts";
import { type FormFile, gone } from "../files/sent-files.ts";
import type { KeyHeld } from "../people/hold-api-key.server.ts";
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
import { forgetMeant } from "./kept-meant.ts";
import { type ResolvedDraft, resolveAsKept, type resolveDraft } from "./resolve-draft.server.ts";
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

type Posted = { outcome: "posted"; id: string; postedAt: Date; words: ResolvedDraft };

export type PostOutcome =
  | Posted
  | { outcome: "already-posted"; id: string }
  /** Something else was posted with this key: what is sent now is not saved. */
  | { outcome: "key-reused"; id: string }
  | { outcome: "refused"; problems: DraftProblems };

/** Posts an insight: it, its first revision, its ledger entry and its jobs are saved together or not at all. */
export async function postInsight(posting: Posting): Promise<PostOutcome> {
  const atOnce = posting.words ? undefined : await postAsExpected(posting);
  return atOnce ?? whileWordsChange((isAgain) => post(isAgain ? { ...posting, words: undefined } : posting));
}

/**
 * The same in one round trip, where its words are remembered: what they mean, and whom the key acts as that it came with,
 * is proved by the statement that saves it. Undefined, and nothing saved, when that is not so or when it had been posted.
 */
export async function postAsExpected(
  posting: Omit<Posting, "words"> & { key?: KeyHeld },
): Promise<Posted | undefined> {
  const expected = posting.files?.length ? undefined : resolveAsKept(posting.draft);
  if (!expected) return undefined;
  const { words } = expected;
  const { row } = await rowOf(posting, words);
  const proof = { ...expected, key: posting.key };
  if (!(await againAfterDeadlock(() => insertInsight(row, words, { expected: proof })))) return undefined;
  return posted(row, words);
}

function posted({ id, postedAt }: Row, words: ResolvedDraft): Posted {
  forgetMeant(words.newTags);
  return { outcome: "posted", id, postedAt, words };
}

/** Undefined when what it is about has been merged or closed while it was on its way: nothing was saved. */
async function post(posting: Posting): Promise<PostOutcome | undefined> {
  const { person, draft, idempotencyKey, files = [] } = posting;
  const words = await resolveFor({ person, draft, words: posting.words });
  if ("problems" in words) return { outcome: "refused", problems: words.problems };

  const { row, timeZone } = await rowOf(posting, words);
  const isNew = await insertWith(files, { row, words });
  if (isNew === "not-all") return { outcome: "refused", problems: { files: gone } };
  if (isNew) return posted(row, words);
  const first = await findPostedWithKey({ authorId: person.id, idempotencyKey, draft, words, timeZone });
  return first && { outcome: first.isSame ? "already-posted" : "key-reused", id: first.id };
}

type Row = Awaited<ReturnType<typeof rowOf>>["row"];

/** What is written of an insight, and the time zone that its days are of. */
export async function rowOf(posting: Omit<Posting, "words">, words: ResolvedDraft) {
  const { person, draft, idempotencyKey, source, postedAt = new Date() } = posting;
  const [rendered, settings] = await Promise.all([
    renderMarkdown(draft.body, { linkTags: true }),
    findLibrarySettings(),
  ]);
  const row = {
    id: newId(),
    ...insightRow({ draft, rendered, words, ages: reviewAges(settings.reviewMonths) }),
    postedWeek: mondayOf(dayIn(settings.timeZone, postedAt)),
    postedAt,
    authorId: person.id,
    teamId: person.team.id,
    source,
    idempotencyKey,
  };
  return { row, timeZone: settings.timeZone };
}

type Inserting = { row: Row; words: ResolvedDraft };

/** In one statement, or, where there are files, in one transaction with them: all of them or nothing. */
async function insertWith(
  files: readonly FormFile[],
  { row, words }: Inserting,
): Promise<boolean | "not-all"> {
  if (files.length === 0) return againAfterDeadlock(() => insertInsight(row, words));
  return orNotAll(() =>
    runTransaction(async (tx) => {
      const isNew = await insertInsight(row, words, { tx });
      if (isNew) await attachFiles(tx, { insightId: row.id, personId: row.authorId, files });
      return isNew;
    }),
  );
}
