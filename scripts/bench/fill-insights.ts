import { searchText } from "#app/insights/search-text.ts";
import { dayIn, daysAfter, mondayOf } from "#app/settings/calendar.ts";
import { renderMarkdown } from "#app/text/render-markdown.server.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { channels } from "#db/schema/vocabulary.server.ts";
import { known, type Library } from "./fill-library.ts";
import { insertInsights, type NewInsight } from "./insert-insights.ts";
import { makeText } from "./make-texts.ts";
import { type Random, seededRandom } from "./random.ts";

const weeks = 156;
/**
 * However large the library, this week's issue is as long: the page then shows what size costs. Earlier questions have
 * been answered, or it would hold those that are open besides.
 */
const heardThisWeek = 20;
const batchSize = 2_000;

type Filling = { library: Library; count: number };

/** Fills the library with insights like the demonstration's, heard over three years. */
export async function fillInsights({ library, count }: Filling): Promise<void> {
  const random = seededRandom(7);
  const channelRows = await db.select({ slug: channels.slug, id: channels.id }).from(channels);
  const channelIds = new Map(channelRows.map(({ slug, id }) => [slug, id]));
  const days = heardDays(random, count);
  for (let done = 0; done < count; done += batchSize) {
    const batch = days.slice(done, done + batchSize);
    await insertInsights(
      await Promise.all(batch.map((day) => makeInsight({ random, library, channelIds, ...day }))),
    );
  }
}

type HeardDay = { heardOn: string; isThisWeek: boolean };

/** The days on which they were heard, in the order in which they are posted. */
function heardDays(random: Random, count: number): HeardDay[] {
  const today = dayIn("Europe/London", new Date());
  const monday = mondayOf(today);
  const earlier = Array.from({ length: count - heardThisWeek }, () => ({
    heardOn: daysAfter(monday, random.below(5) - 7 * (1 + random.below(weeks - 1))),
    isThisWeek: false,
  })).sort((a, b) => (a.heardOn < b.heardOn ? -1 : 1));
  return [...earlier, ...Array.from({ length: heardThisWeek }, () => ({ heardOn: today, isThisWeek: true }))];
}

type Making = { random: Random; library: Library; channelIds: Map<string, string> } & HeardDay;

async function makeInsight(making: Making): Promise<NewInsight> {
  const { random, library, channelIds, heardOn, isThisWeek } = making;
  const { like, body } = makeText(random);
  const departments = like.departments.map((slug) => known(library.departments, slug));
  const author = known(
    library.colleagues,
    isThisWeek ? like.by : random.pick([...library.colleagues.keys()]),
  );
  const tagNames = [...(like.tags ?? [])];
  const time = `${String(8 + random.below(10)).padStart(2, "0")}:${String(10 + random.below(50))}`;
  const id = newId();
  const kind = like.kind ?? "observation";
  const postedAt = `${heardOn}T${isThisWeek ? "00:00" : time}:00Z`;
  const { html, plainText, rendererVersion } = await renderMarkdown(body);
  return {
    id,
    body,
    html,
    rendererVersion,
    plainText,
    searchText: searchText({
      plainText,
      departmentNames: departments.flatMap(({ names }) => names),
      tagNames,
    }),
    kind,
    basis: like.basis ?? "reported",
    visibility: isThisWeek ? "staff" : (like.visibility ?? "staff"),
    channelId: known(channelIds, like.channel),
    heardOn,
    postedWeek: mondayOf(heardOn),
    postedAt,
    answeredAt: kind === "question" && !isThisWeek ? postedAt : null,
    authorId: author.id,
    teamId: author.teamId,
    departmentIds: departments.map(({ id: departmentId }) => departmentId),
    tagIds: tagNames.map((name) => known(library.tags, name)),
    tagNames,
  };
}
