import { z } from "zod";
import { insightDraft } from "../../insights/insight-draft.ts";
import { searchSorts } from "../../search/search-request.ts";
import { besideHits, list, page, refTo, schemas, string } from "./open-api-schemas.server.ts";

const repeated = ["department", "tag", "channel", "kind", "team", "person"].map((name) =>
  query(
    name,
    list(string),
    name === "person" ? "who posted it or heard it too, by handle" : "may be repeated",
  ),
);
const flag = { type: "string", enum: ["1"] };
const filters = [
  ...repeated,
  query("from", day("first")),
  query("to", day("last")),
  query("fresh", flag, "leaves out what is due a check or has been replaced"),
  query("unread", flag, "leaves out what this person has read"),
];

const asInTheBox = [
  'as in the search box: words, "phrases", -without, in: by: tag: before:.',
  "A time gone by among up to ten words (last term, in october, since monday) asks for what was heard then, unless",
  "from or to is given; in quotation marks it is words",
].join(" ");

function day(which: string): object {
  return { type: "string", description: `${which} day heard, as 2026-11-17, or month, as 2026-11` };
}

function query(name: string, schema: object, description?: string): object {
  return { name, in: "query", schema, description };
}

function answer(description: string, schema: object, type = "application/json"): object {
  return { description, content: { [type]: { schema } } };
}

function refusal(description: string, headers?: object): object {
  return { ...answer(description, refTo("Problem"), "application/problem+json"), headers };
}

const wait = { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } };

const anyCall = {
  401: refusal("No API key, an unknown one, or one that has ended"),
  429: refusal("Too many calls", wait),
  503: refusal("The library's data cannot be reached; nothing was saved", wait),
};
const asking = { ...anyCall, 400: refusal("A parameter there is not, or one that could not be understood") };
const posting = {
  ...anyCall,
  400: refusal("No Idempotency-Key, or no JSON"),
  413: refusal("More than is taken at once"),
  415: refusal("Not application/json"),
  422: refusal("What is wrong, by field; or this Idempotency-Key posted something else before"),
};

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description:
    "New for every insight. The same again with the same key answers with what was posted; something else is refused.",
  schema: { ...string, minLength: 1, maxLength: 255 },
};

const about = `Every call acts as the person its API key was made for: it reads what they may read and posts in their name.
Administrators make and revoke keys under Settings › API keys; operators with \`npm run -s api-key\`.
A key is shown once. It opens nothing after its last day, once it is revoked, or while its person is disabled.`;

/** The API in words a program can read (OpenAPI 3.1); what may be posted is the posting form's own schema. */
export function openApiDocument({ origin, today }: { origin: string; today: string }): object {
  const { $schema: _, ...draft } = z.toJSONSchema(insightDraft({ today }), { io: "input" });
  return {
    openapi: "3.1.0",
    info: { title: "Corridor", version: "1", description: about },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    components: {
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: `Made by an administrator at ${origin}/settings/api-keys`,
        },
      },
      schemas: { ...schemas, InsightDraft: draft },
    },
    paths: {
      "/insights": {
        get: {
          operationId: "listInsights",
          summary: "Insights this person may read, newest first",
          parameters: [...filters, query("cursor", string, "`next` of the page before")],
          responses: { 200: answer("A page of 50", page(refTo("Insight"))), ...asking },
        },
        post: {
          operationId: "postInsight",
          summary: "Post an insight, once however often it is sent",
          parameters: [idempotencyKey],
          requestBody: { required: true, content: { "application/json": { schema: refTo("InsightDraft") } } },
          responses: { 201: answer("The insight", refTo("Insight")), ...posting },
        },
      },
      "/search": {
        get: {
          operationId: "searchInsights",
          summary: "The search page's answer; `next` is the number of the page that follows",
          parameters: [
            query("q", string, asInTheBox),
            ...filters,
            query("sort", { enum: [...searchSorts] }),
            query("page", { type: "integer", minimum: 1, maximum: 50 }),
          ],
          responses: { 200: answer("A page of 20", page(refTo("FoundInsight"), besideHits)), ...asking },
        },
      },
      "/departments": {
        get: {
          operationId: "listDepartments",
          summary: "Every department",
          responses: { 200: answer("All of them", page(refTo("Department"))), ...asking },
        },
      },
    },
  };
}
