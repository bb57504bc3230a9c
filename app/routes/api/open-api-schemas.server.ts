import { departmentKinds } from "../../departments/department.ts";
import { bases, insightKinds, visibilities } from "../../insights/insight.ts";

type Properties = Record<string, object>;

export const string = { type: "string" } as const;
const optional = { type: ["string", "null"] } as const;
const count = { type: "integer", minimum: 0 } as const;

/** An object that has all of these and nothing else. */
function whole(properties: Properties): object {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

export function list(items: object): object {
  return { type: "array", items };
}

/** A page of a list; what else it says comes beside. */
export function page(items: object, more: Properties = {}): object {
  return whole({ items: list(items), next: optional, ...more });
}

const named = whole({ slug: string, name: string });

const insight: Properties = {
  id: { type: "string", format: "uuid" },
  url: { type: "string", format: "uri" },
  body: { type: "string", description: "Markdown as typed" },
  kind: { enum: [...insightKinds] },
  basis: { enum: [...bases] },
  visibility: { enum: [...visibilities], description: "All staff, the author's team, or the author alone" },
  heardOn: { type: "string", format: "date" },
  postedAt: { type: "string", format: "date-time" },
  editedAt: { ...optional, format: "date-time" },
  channel: string,
  departments: list(named),
  tags: list(string),
  author: whole({ handle: string, name: string }),
  team: named,
  supersededBy: { ...optional, format: "uuid", description: "The newer insight that has taken its place" },
  voices: { ...count, description: "People who heard it, its author among them" },
  teams: { ...count, description: "Teams those people spoke from" },
  comments: count,
};

const department: Properties = {
  slug: { type: "string", description: "What `department` and `departments` take" },
  name: string,
  kind: { enum: [...departmentKinds] },
  parent: { ...optional, description: "The slug of what it is part of" },
  aliases: list(string),
  closed: { type: "boolean", description: "Nothing new is posted about it" },
  url: { type: "string", format: "uri" },
};

const problem = {
  type: "object",
  description: "RFC 9457",
  properties: {
    type: string,
    title: string,
    status: { type: "integer" },
    detail: string,
    problems: {
      type: "object",
      description: "What is wrong, by field or parameter",
      additionalProperties: string,
    },
    reference: { type: "string", description: "Under which the operator finds it in the log" },
  },
  required: ["type", "title", "status"],
  additionalProperties: false,
};

export const schemas = {
  Insight: whole(insight),
  FoundInsight: whole({ ...insight, excerpt: { type: "string", description: "Where the words stand" } }),
  Department: whole(department),
  Problem: problem,
};

export const refTo = (name: keyof typeof schemas | "InsightDraft"): object => ({
  $ref: `#/components/schemas/${name}`,
});

/** What the search page says beside its hits. */
export const besideHits: Properties = {
  total: count,
  totalIsExact: { type: "boolean" },
  basic: { type: "boolean", description: "The search engine is away, and the database answered" },
};
