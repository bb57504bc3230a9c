import { z } from "zod";
import { insightKinds } from "../../insights/insight.ts";
import { insightDraft } from "../../insights/insight-draft.ts";
import { searchSorts } from "../../search/search-request.ts";

const string = { type: "string" } as const;
const list = (items: object) => ({ type: "array", items });
const count = { type: "integer", minimum: 0 } as const;
const named = { type: "object", properties: { slug: string, name: string } };

const resource = {
  type: "object",
  properties: {
    id: { type: "string", format: "uuid" },
    url: { type: "string", format: "uri" },
    body: { type: "string", description: "Markdown as typed" },
    kind: { enum: insightKinds },
    basis: string,
    visibility: string,
    heardOn: { type: "string", format: "date" },
    postedAt: { type: "string", format: "date-time" },
    editedAt: { type: ["string", "null"], format: "date-time" },
    channel: string,
    departments: list(named),
    tags: list(string),
    author: { type: "object", properties: { handle: string, name: string } },
    team: named,
    supersededBy: { type: ["string", "null"], format: "uuid" },
    voices: { ...count, description: "People who heard it, its author among them" },
    teams: { ...count, description: "Teams those people spoke from" },
    comments: count,
  },
};

const problem = {
  type: "object",
  properties: {
    type: string,
    title: string,
    status: { type: "integer" },
    detail: string,
    problems: { type: "object" },
  },
};

const many = ["department", "tag", "channel", "kind", "team"].map((name) =>
  query(name, list(string), "may be repeated"),
);
const filters = [
  ...many,
  query("person", string),
  query("from", day("first")),
  query("to", day("last")),
  query("fresh", { type: "string", enum: ["1"] }, "leaves out what is due a check or has been replaced"),
];

function day(which: string): object {
  return { type: "string", format: "date", description: `${which} day heard` };
}

function query(name: string, schema: object, description?: string): object {
  return { name, in: "query", schema, description };
}

function answer(description: string, schema: object, type = "application/json"): object {
  return { description, content: { [type]: { schema } } };
}

function page(items: object): object {
  return { type: "object", properties: { items: list(items), next: { type: ["string", "null"] } } };
}

const refusals = {
  401: answer("No API key, or an unknown one", problem, "application/problem+json"),
  429: answer(
    "Too many calls: Retry-After says how many seconds to wait",
    problem,
    "application/problem+json",
  ),
  422: answer("What is wrong, by field", problem, "application/problem+json"),
};

const refusedCalls = { 401: refusals[401], 429: refusals[429] };

/** The API in words a program can read (OpenAPI 3.1); what may be posted is the posting form's own schema. */
export function openApiDocument({ origin, today }: { origin: string; today: string }): object {
  const draft = z.toJSONSchema(insightDraft({ today }), { io: "input" });
  const ref = { $ref: "#/components/schemas/Insight" };
  return {
    openapi: "3.1.0",
    info: {
      title: "Corridor",
      version: "1",
      description: "Every call acts as the person its API key was made for.",
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: "http", scheme: "bearer" } },
      schemas: { Insight: resource, InsightDraft: draft },
    },
    paths: {
      "/insights": {
        get: {
          summary: "Insights this person may read, newest first",
          parameters: [...filters, query("cursor", string, "`next` of the page before")],
          responses: { 200: answer("A page of 50", page(ref)), ...refusedCalls },
        },
        post: {
          summary: "Post an insight, once however often it is sent",
          parameters: [
            { name: "Idempotency-Key", in: "header", required: true, schema: { ...string, minLength: 8 } },
          ],
          requestBody: {
            required: true,
            content: { "application/json": { schema: { $ref: "#/components/schemas/InsightDraft" } } },
          },
          responses: { 201: answer("The insight", ref), ...refusals },
        },
      },
      "/search": {
        get: {
          summary: "The search page's answer",
          parameters: [
            query("q", string),
            ...filters,
            query("sort", { enum: searchSorts }),
            query("page", { type: "integer", minimum: 1, maximum: 50 }),
          ],
          responses: { 200: answer("A page of 20", page(ref)), ...refusedCalls },
        },
      },
      "/departments": {
        get: {
          summary: "Every department",
          responses: { 200: answer("All of them", page(named)), ...refusedCalls },
        },
      },
    },
  };
}
