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

/** What `--in-department` fills, and what has a tenth as many. */
export const [fullDepartment, smallDepartment] = ["informatics", "chemistry"] as const;

type Filling = { library: Library; count: number; inDepartment?: number };

/** Fills the library with insights like the demonstration's, heard over three years. */
export async function fillInsights({ library, count, inDepartment }: Filling): Promise<void> {
  const random = seededRandom(7);
  const channelRows = await db.select({ slug: channels.slug, id: channels.id }).from(channels);
  const channelIds = new Map(channelRows.map(({ slug, id }) => [slug, id]));
  const days = heardDays(random, count);
  for (let done = 0; done < count; done += batchSize) {
    const batch = days.slice(done, done + batchSize);
    await insertInsights(
      await Promise.all(
        batch.map((day, place) => {
          const about = inDepartment && departmentFor({ place: done + place, count, inDepartment });
          return makeInsight({ random, library, channelIds, about, ...day });
        }),
      ),
    );
  }
}

type Place = { place: number; count: number; inDepartment: number };

/** Evenly spread over the years; the rest is about anything but these two. */
function departmentFor({ place, count, inDepartment }: Place): About {
  const isOneOf = (at: number, all: number, many: number) =>
    Math.floor(((at + 1) * many) / all) > Math.floor((at * many) / all);
  if (isOneOf(place, count, inDepartment)) return fullDepartment;
  const others = place - Math.floor((place * inDepartment) / count);
  const isSmall = isOneOf(others, count - inDepartment, Math.floor(inDepartment / 10));
  return isSmall ? smallDepartment : "another";
}

type About = typeof fullDepartment | typeof smallDepartment | "another";

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

type Making = {
  random: Random;
  library: Library;
  channelIds: Map<string, string>;
  about?: About | 0;
} & HeardDay;

async function makeInsight(making: Making): Promise<NewInsight> {
  const { random, library, channelIds, about, heardOn, isThisWeek } = making;
  const { like, body } = makeText(random);
  const departments = slugsFor(like.departments, about).map((slug) => known(library.departments, slug));
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

function slugsFor(slugs: readonly string[], about: About | 0 | undefined): readonly string[] {
  if (!about) return slugs;
  if (about !== "another") return [about];
  const others = slugs.filter((slug) => slug !== fullDepartment && slug !== smallDepartment);
  return others.length > 0 ? others : ["history"];
}
