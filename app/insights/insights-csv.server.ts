import { and, desc, eq, exists, lt, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { insightDepartments, insights } from "#db/schema/insights.server.ts";
import type { Person } from "../people/person.ts";
import type { Day } from "../settings/calendar.ts";
import { csvLine } from "../text/csv-cell.ts";
import { basisNames, insightKindNames, visibilityNames } from "./insight.ts";
import type { InsightCardData } from "./insight-card-data.ts";
import { listBodies } from "./list-bodies.server.ts";
import { readableByReader } from "./readable.server.ts";
import { selectCards } from "./select-cards.server.ts";

const atOnce = 500;

/** Which insights a file is to hold; all that its reader may read, when nothing is said. */
export type CsvScope = { departmentId: string } | { heardWeek: Day } | { searched: SQL } | "all";

type Exporting = { person: Person; scope: CsvScope; origin: string; at: Date };

/** As the template for bringing in calls them, then what only an export knows. */
const headings = [
  "Text",
  "Departments",
  "Channel",
  "Date heard",
  "Tags",
  "Author",
  "Kind",
  "Basis",
  "Who may see it",
  "Number",
  "Team",
  "People who heard it",
  "Teams who heard it",
  "Last heard",
  "Comments",
  "Posted",
  "Address",
  "Exported by",
  "Exported on",
];

/**
 * A CSV file of insights under its reader's own rights, newest first, as it is being read: no cell is a formula, and every
 * row says who took it out and when, whatever becomes of the file.
 */
export async function* insightsCsv({ person, scope, origin, at }: Exporting): AsyncGenerator<string> {
  // The mark is for spreadsheets, which else take it for another encoding.
  yield `\uFEFF${csvLine(headings)}`;
  const mark = [person.name, at.toISOString()];
  for (let before: number | undefined; ; ) {
    const cards = await selectCards({
      person,
      where: and(
        readableByReader(),
        within(scope),
        before === undefined ? undefined : lt(insights.seq, before),
      ),
      orderBy: desc(insights.seq),
      limit: atOnce,
    });
    const bodies = await listBodies(cards.map(({ id }) => id));
    yield cards
      .map((card) => csvLine([...cellsOf(card, bodies.get(card.id) ?? "", origin), ...mark]))
      .join("");
    before = cards.at(-1)?.seq;
    if (cards.length < atOnce) return;
  }
}

function within(scope: CsvScope): SQL | undefined {
  if (scope === "all") return undefined;
  if ("searched" in scope) return scope.searched;
  if ("heardWeek" in scope) return eq(insights.heardWeek, scope.heardWeek);
  return exists(
    db
      .select({ one: sql`1` })
      .from(insightDepartments)
      .where(
        and(
          eq(insightDepartments.insightId, insights.id),
          eq(insightDepartments.departmentId, scope.departmentId),
        ),
      ),
  );
}

function cellsOf(card: InsightCardData, body: string, origin: string): string[] {
  return [
    body,
    card.departments.map(({ name }) => name).join("; "),
    card.channel.name,
    card.heardOn,
    card.tags.join("; "),
    card.author.name,
    insightKindNames[card.kind],
    basisNames[card.basis].split(":")[0] ?? "",
    visibilityNames[card.visibility],
    card.id,
    card.team.name,
    String(card.voices),
    String(card.voiceTeams),
    card.lastHeardOn ?? card.heardOn,
    String(card.comments),
    card.postedAt.toISOString(),
    `${origin}/insights/${card.id}`,
  ];
}
