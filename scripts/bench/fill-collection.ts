import { sql } from "drizzle-orm";
import { searchText } from "#app/insights/search-text.ts";
import type { Person } from "#app/people/person.ts";
import { db } from "#db/client.server.ts";
import { newId } from "#db/new-id.server.ts";
import { asOwner } from "./as-owner.ts";
import type { Collection, Question } from "./collection.ts";
import { insertInsights } from "./insert-insights.ts";

const batchSize = 1_000;

type Filling = { collection: Collection; person: Person; ownerUrl: string };

/** Puts a collection's documents in the place of all insights, each as one whose first line is its title. */
export async function fillCollection({ collection, person, ownerUrl }: Filling): Promise<Question[]> {
  await asOwner(ownerUrl, [sql`truncate insights cascade`]);
  const [channel] = await db.execute<{ id: string }>(sql`select id from channels order by slug limit 1`);
  const ids = new Map(collection.documents.map(({ id }) => [id, newId()]));
  const rows = collection.documents.map(({ id, title, text }) => {
    const plainText = `${title}\n\n${text}`;
    return {
      ...{ id: ids.get(id) ?? "", body: plainText, html: "", rendererVersion: 1, plainText },
      searchText: searchText({ plainText, departmentNames: [], tagNames: [] }),
      ...{ kind: "observation", basis: "reported", visibility: "staff", channelId: channel?.id ?? "" },
      ...{ heardOn: "2026-01-05", postedWeek: "2026-01-05", postedAt: "2026-01-05T12:00:00Z" },
      ...{ authorId: person.id, teamId: person.team.id, departmentIds: [], tagIds: [], tagNames: [] },
    };
  });
  for (let at = 0; at < rows.length; at += batchSize) await insertInsights(rows.slice(at, at + batchSize));
  return collection.questions.map(({ q, grades }) => ({
    q,
    grades: new Map([...grades].map(([id, grade]) => [ids.get(id) ?? id, grade])),
  }));
}
