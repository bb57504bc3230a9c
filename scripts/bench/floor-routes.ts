import { randomUUID } from "node:crypto";
import { useLoaderData } from "@remix-run/react";
import { Meilisearch } from "meilisearch";
import postgres from "postgres";
import { createElement as h, type ReactElement } from "react";
import type { FloorRoute } from "./floor-build.ts";

/** What the floor is told: where its parts are, and what our own search asks the engine besides the words. */
export type FloorSettings = {
  databaseUrl: string;
  engineUrl: string;
  engineKey: string;
  index: string;
  readable: (string | string[])[];
};

type Card = { id: string; text: string; heard: string; author: string; channel: string; department: string };

const cardsOnAPage = 20;
const facets = ["departments", "tags", "channel", "kind", "team"];

/** Each measured kind of work at its barest: a route that does the one thing it is for. */
export function floorRoutes(settings: FloorSettings): FloorRoute[] {
  const sql = postgres(settings.databaseUrl, { max: 10, onnotice: () => {} });
  const engine = new Meilisearch({
    host: settings.engineUrl,
    apiKey: settings.engineKey,
    requestInit: { headers: { "accept-encoding": "identity" } },
  });

  const cards = (where: postgres.PendingQuery<postgres.Row[]>) => sql<Card[]>`
    select insights.id, plain_text as text, insights.heard_on::text as heard, people.name as author, channels.phrase as channel,
      departments.name as department
    from insights
    join people on people.id = author_id
    join channels on channels.id = channel_id
    join insight_departments about on about.insight_id = insights.id and about.position = 0
    join departments on departments.id = about.department_id
    where ${where} and visibility = 'staff' and withdrawn_at is null and hidden_at is null
    order by insights.seq desc limit ${cardsOnAPage}`;

  const search = async (request: Request, counted?: string[]) => {
    const department = parameter(request, "department");
    const within = department ? [`departments = "${department}"`] : [];
    const { hits, facetDistribution } = await engine.index(settings.index).search(parameter(request, "q"), {
      filter: [...settings.readable, ...within],
      limit: cardsOnAPage,
      attributesToRetrieve: ["id", "seq"],
      attributesToHighlight: ["body", "departmentWords", "tagWords", "authorName"],
      attributesToCrop: ["body"],
      cropLength: 40,
      facets: counted,
    });
    return { hits, facetDistribution };
  };

  const parameter = (request: Request, name: string) => new URL(request.url).searchParams.get(name) ?? "";

  return [
    {
      id: "week",
      path: "week",
      module: {
        default: Cards,
        loader: async ({ request }) => [...(await cards(sql`heard_week = ${parameter(request, "monday")}`))],
      },
    },
    {
      id: "department",
      path: "department",
      module: {
        default: Cards,
        loader: async ({ request }) => [
          ...(await cards(sql`insights.id in (
            select insight_id from insight_departments mine join departments on departments.id = department_id
            where departments.slug = ${parameter(request, "slug")} order by insight_seq desc limit ${cardsOnAPage})`)),
        ],
      },
    },
    {
      id: "search",
      path: "search",
      module: {
        default: () => h("p"),
        loader: ({ request }) => search(request, facets),
      },
    },
    {
      id: "hits",
      path: "hits",
      module: { loader: async ({ request }) => Response.json(await search(request)) },
    },
    {
      id: "notes",
      path: "notes",
      module: {
        action: async ({ request }) => {
          const { body, author } = await request.json();
          const [saved] = await sql`
            with saved as (
              insert into floor.notes (id, author, body) values (${randomUUID()}, ${author}, ${body}) returning id
            )
            insert into floor.outbox (id, note) select ${randomUUID()}, id from saved returning note`;
          return Response.json(saved, { status: 201 });
        },
      },
    },
  ];
}

function Cards(): ReactElement {
  const cards = useLoaderData() as Card[];
  return h(
    "main",
    null,
    cards.map(({ id, text, heard, author, channel, department }) =>
      h(
        "article",
        { key: id },
        h("h2", null, department),
        h("p", null, text),
        h("p", null, `heard ${channel}, ${heard}, by ${author}`),
      ),
    ),
  );
}
