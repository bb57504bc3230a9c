import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { runTransaction } from "#db/run-transaction.server.ts";
import { drafts } from "#db/schema/drafts.server.ts";
import { insights } from "#db/schema/insights.server.ts";
import { people } from "#db/schema/people.server.ts";
import { recordEvent } from "../events/record-event.server.ts";
import { type FormFile, gone } from "../files/sent-files.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { renderMarkdown } from "../text/render-markdown.server.ts";
import { coinTags, tagsOnce } from "../vocabulary/coin-tags.server.ts";
import { attachFiles, orNotAll } from "./attach-files.server.ts";
import { correctionKey } from "./draft.ts";
import { holdWords, whileWordsChange } from "./hold-words.server.ts";
import type { DraftProblems, InsightDraft } from "./insight-draft.ts";
import { insightRow } from "./insight-row.server.ts";
import { recountVoices } from "./recount-voices.server.ts";
import { resolveFor } from "./resolve-for.server.ts";
import { reviewAges } from "./review-age.ts";
import { clearInsightWords, markForIndexing, writeInsightWords } from "./write-insight-words.server.ts";

export type Edit = {
  person: Person;
  id: string;
  /** The version the editor began from: another since then is a conflict, never overwritten. */
  version: number;
  draft: InsightDraft;
  /** All it has from now on; undefined leaves them as they are. */
  files?: readonly FormFile[];
};

export type EditOutcome =
  | { outcome: "edited"; version: number }
  | { outcome: "changed-meanwhile" }
  | { outcome: "refused"; problems: DraftProblems };

/** Rewrites one's own insight as a new version; every earlier one is kept as a revision. */
export function editInsight(edit: Edit): Promise<EditOutcome> {
  return whileWordsChange(() => rewrite(edit));
}

/** Undefined when what it is to be about has been merged or closed meanwhile: nothing was saved. */
async function rewrite({ person, id, version, draft, files }: Edit): Promise<EditOutcome | undefined> {
  const [resolved, rendered, settings] = await Promise.all([
    resolveFor({ person, draft, keptFrom: id }),
    renderMarkdown(draft.body, { linkTags: true }),
    findLibrarySettings(),
  ]);
  if ("problems" in resolved) return { outcome: "refused", problems: resolved.problems };

  const outcome = await orNotAll(() =>
    runTransaction<EditOutcome | undefined>(async (tx) => {
      const [stand, coined] = await Promise.all([
        holdWords(tx, { words: resolved, keptFrom: id }),
        coinTags(tx, { names: resolved.newTags, personId: person.id }),
      ]);
      if (!stand) return undefined;
      const words = { ...resolved, tags: tagsOnce(resolved.tags, coined) };
      const row = insightRow({ draft, rendered, words, ages: reviewAges(settings.reviewMonths) });
      const edited = await tx
        .update(insights)
        .set({
          version: version + 1,
          editedAt: sql`now()`,
          ...row,
          reviewOn: keptUnlessAnother(draft, row.reviewOn),
          ...(draft.visibility === "team" && { teamId: teamIfTurnedToIt(person.id) }),
        })
        .where(
          and(
            eq(insights.id, id),
            eq(insights.authorId, person.id),
            eq(insights.version, version),
            isNull(insights.withdrawnAt),
            isNull(insights.hiddenAt),
          ),
        )
        .returning({ id: insights.id });
      if (edited.length === 0) return { outcome: "changed-meanwhile" };
      await recountVoices(tx, id);
      await clearInsightWords(tx, id);
      await writeInsightWords(tx, {
        insightId: id,
        version: version + 1,
        editedBy: person.id,
        draft,
        resolved: words,
      });
      await tx.delete(drafts).where(and(eq(drafts.personId, person.id), eq(drafts.key, correctionKey(id))));
      await markForIndexing(tx, id);
      await recordEvent(tx, {
        name: "insight.edited",
        actorId: person.id,
        subjectId: id,
        fields: [...Object.keys(draft), ...(files ? ["files"] : [])],
      });
      if (files) await attachFiles(tx, { insightId: id, personId: person.id, files });
      return { outcome: "edited", version: version + 1 };
    }),
  );
  return outcome === "not-all" ? { outcome: "refused", problems: { files: gone } } : outcome;
}

/** Whoever said that it is still true did so of what it says: of another kind, or heard another day, it is asked anew. */
function keptUnlessAnother({ kind, heardOn }: InsightDraft, reviewOn: Day | null): SQL {
  const same = and(eq(insights.kind, kind), eq(insights.heardOn, heardOn));
  return sql`case when ${same} then ${insights.reviewOn} else ${reviewOn}::date end`;
}

/**
 * An insight keeps the team it was posted from. One turned to "My team" only now is its author's present team's, who
 * may have moved since: the old one must not get to read it. Columns here are as they were before the update.
 */
function teamIfTurnedToIt(authorId: string): SQL<string> {
  const present = sql`(select ${people.teamId} from ${people} where ${people.id} = ${authorId})`;
  return sql`case when ${insights.visibility} = 'team' then ${insights.teamId} else ${present} end`;
}
