import type { RenderedText } from "../text/render-markdown.server.ts";
import type { InsightDraft } from "./insight-draft.ts";
import { type ResolvedDraft, tagNamesOf } from "./resolve-draft.server.ts";
import { type ReviewAges, reviewDay } from "./review-age.ts";
import { searchText } from "./search-text.ts";

type Said = { draft: InsightDraft; rendered: RenderedText; words: ResolvedDraft; ages: ReviewAges };

/** The columns of an insight that come from its draft: the same at its first version and at every later one. */
export function insightRow({ draft, rendered, words, ages }: Said) {
  return {
    body: draft.body,
    html: rendered.html,
    rendererVersion: rendered.rendererVersion,
    plainText: rendered.plainText,
    searchText: searchText({
      plainText: rendered.plainText,
      departmentNames: words.departments.flatMap(({ name, aliases }) => [...aliases, name]),
      tagNames: tagNamesOf(words),
    }),
    kind: draft.kind,
    basis: draft.basis,
    channelId: words.channelId,
    heardOn: draft.heardOn,
    visibility: draft.visibility,
    reviewOn: reviewDay({ kind: draft.kind, from: draft.heardOn, ages }),
  };
}

/** What a revision remembers of a draft; whose it is and which version, its caller says. */
export function revisionRow({ draft, words }: Pick<Said, "draft" | "words">) {
  return {
    body: draft.body,
    kind: draft.kind,
    basis: draft.basis,
    channelId: words.channelId,
    heardOn: draft.heardOn,
    visibility: draft.visibility,
    departmentIds: words.departments.map(({ id }) => id),
    tagNames: tagNamesOf(words),
  };
}
