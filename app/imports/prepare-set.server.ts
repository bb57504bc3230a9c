import { freeUnknownNames } from "../insights/free-unknown-names.server.ts";
import { mentionedTags } from "../insights/mentioned-tags.ts";
import type { ReadyInsight } from "../insights/post-insights.server.ts";
import type { Reader } from "../insights/readable.ts";
import { type RenderedText, renderMarkdown } from "../text/render-markdown.server.ts";
import { findTags, type Tag, tagsOnce } from "../vocabulary/coin-tags.server.ts";
import type { ReadRow } from "./read-import-row.server.ts";

type Read = Extract<ReadRow, { outcome: "read" }>;

/** Few at a time: nobody's text waits so long behind slow ones that it is kept as it was typed. */
const renderedAtOnce = 8;

type Preparing = { rows: readonly Read[]; importer: { id: string; teamId: string } };

/** A set of rows with all that posting them needs but tags nobody has used before, which stay in `words.newTags`. */
export async function prepareSet({ rows, importer }: Preparing): Promise<ReadyInsight[]> {
  const reader = { id: importer.id, team: { id: importer.teamId } };
  const tagNames = rows.map(({ draft }) => mentionedTags(draft));
  const [rendered, known] = await Promise.all([
    renderAll(rows.map(({ draft }) => draft.body)),
    findTagsFor(reader, [...new Set(tagNames.flat())]),
  ]);
  return rows.map(({ draft, departments, channel, author, key }, at) => {
    const names = tagNames[at] ?? [];
    const tags = names.flatMap((name) => known.get(name) ?? []);
    return {
      draft,
      rendered: rendered[at] as RenderedText,
      words: {
        channelId: channel.id,
        departments,
        tags: tagsOnce(tags),
        newTags: names.filter((name) => !known.has(name)),
      },
      author,
      idempotencyKey: key,
    };
  });
}

/** What names lead to, as far as this person may know that they do. */
async function findTagsFor(person: Reader, names: readonly string[]): Promise<Map<string, Tag>> {
  const found = await findTags(names);
  const led = [...found].map(([asked, { name }]) => ({ asked, name }));
  return (await freeUnknownNames({ person, led })) ? findTags(names) : found;
}

async function renderAll(bodies: readonly string[]): Promise<RenderedText[]> {
  const rendered: RenderedText[] = [];
  let next = 0;
  const renderNext = async (): Promise<void> => {
    for (let at = next++; at < bodies.length; at = next++) {
      rendered[at] = await renderMarkdown(bodies[at] ?? "", { linkTags: true });
    }
  };
  await Promise.all(Array.from({ length: renderedAtOnce }, renderNext));
  return rendered;
}
