import ts from "typescript";

export type Source = { path: string; text: string };
export type Rule = {
  name: string;
  /** What is wrong with a file under this rule, in words; nothing when all is well. */
  faults(source: Source): string[];
  /** Files that would break it, so that a rule which can never fail is noticed. */
  broken: Source[];
};

/** Lowest first: a room imports only itself and rooms before it. */
export const rooms =
  "events settings text mail files people departments vocabulary insights follow-ups desk visits partnerships stories imports search weekly notifications reports privacy upkeep".split(
    " ",
  );

const free = ["env.server.ts", "log.server.ts"];
const httpMayUse = ["http", "people", "events", ...free];
const mayImport: Record<string, string[]> = {
  ui: ["ui"],
  http: httpMayUse,
  routes: ["routes", "http", "ui", ...rooms, ...free],
  "root.tsx": ["root.css", "routes", "http", "ui", ...rooms],
  "entry.client.tsx": ["http"],
  "service-worker.ts": ["insights"],
  "offline-form.ts": ["insights"],
  "entry.server.tsx": ["http", "ui", "warm-up.server.ts", ...free],
  "warm-up.server.ts": ["insights", "search"],
  "worker.server.ts": [...rooms, ...free],
  "log.server.ts": ["env.server.ts"],
};
for (const [position, room] of rooms.entries())
  mayImport[room] = ["ui", ...free, ...rooms.slice(0, position + 1)];

/** The folder of `app/`, or its file, that a path stands for: where it belongs and where it may be imported. */
function placeOf(path: string): string | undefined {
  return /^app\/([^/]+)/.exec(path)?.[1];
}

function importsOf({ path, text }: Source): string[] {
  const found = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return found.map((name) => {
    if (name.startsWith("#")) return name.slice(1);
    if (!name.startsWith(".")) return name;
    return new URL(name, `file:///${path}`).pathname.slice(1);
  });
}

const direction: Rule = {
  name: "imports go one way: routes, then http and rooms, each room only to those below it, ui to none",
  faults(source) {
    const place = placeOf(source.path);
    if (!place) return [];
    const allowed = mayImport[place] ?? [];
    const wrong = importsOf(source).filter((path) => placeOf(path) && !allowed.includes(placeOf(path) ?? ""));
    return wrong.map((path) => `${source.path} imports ${path}`);
  },
  broken: [
    { path: "app/ui/button.tsx", text: `import { roles } from "../people/person.ts";` },
    { path: "app/people/person.ts", text: `import type { Insight } from "#app/insights/insight.ts";` },
    { path: "app/vocabulary/list.server.ts", text: `const later = import("../search/engine.server.ts");` },
    { path: "app/weekly/issue.ts", text: `export { notFound } from "../http/problems.server.ts";` },
    { path: "app/search/engine.server.ts", text: `import "../routes/search.tsx";` },
    { path: "app/http/session.server.ts", text: `import { x } from "../insights/policy.ts";` },
  ],
};

const database: Rule = {
  name: "only files marked .server import the database, and only its files marked so",
  faults(source) {
    if (!placeOf(source.path)) return [];
    const imported = importsOf(source).filter((path) => path.startsWith("db/"));
    const unmarked = imported.filter((path) => !/\.server\.tsx?$|\.json$/.test(path));
    const here =
      imported.length > 0 && !/\.server\.tsx?$/.test(source.path) ? [`${source.path} imports db/`] : [];
    return [...here, ...unmarked.map((path) => `${source.path} imports ${path}`)];
  },
  broken: [
    { path: "app/insights/insight.ts", text: `import type { Tx } from "#db/client.server.ts";` },
    { path: "app/insights/find.server.ts", text: `import { demoTags } from "#db/demo/content/tags.ts";` },
  ],
};

/** A rule about words that may stand only in some files. Comments do not count. */
function onlyIn(name: string, words: RegExp, allowed: RegExp, ...broken: Source[]): Rule {
  return {
    name,
    faults: ({ path, text }) =>
      !allowed.test(path) && words.test(text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, "")) ? [path] : [],
    broken,
  };
}

export const rules: readonly Rule[] = [
  direction,
  database,
  onlyIn("no SQL is made of text", /\bsql\s*\.\s*raw\b/, /^tests\//, {
    path: "app/search/find.server.ts",
    text: "db.execute(sql.raw(`select 1`));",
  }),
  onlyIn(
    "the environment is read in one place",
    /\bprocess\.env\b/,
    /^(scripts|tests)\/|^app\/env\.server\.ts$|^db\/drizzle\.config\.ts$/,
    {
      path: "app/log.server.ts",
      text: "const level = process.env.LOG_LEVEL;",
    },
  ),
  onlyIn(
    "only what Remix and the tools ask for is a default export",
    /^export\s+default\b|\bas default\b/m,
    /^app\/(root\.tsx|routes\.ts|routes\/[\w-]+\.tsx|entry\.\w+\.tsx)$|^remix\.config\.js$|\.config\.ts$|^tests\/support\/(reporter|services\.setup)\.ts$/,
    { path: "app/people/person.ts", text: "export default function person() {}" },
  ),
  onlyIn(
    "no file passes on what another exports",
    /^export\s+(type\s+)?(\*|\{(?! \w+ as (ErrorBoundary|clientAction|clientLoader|shouldRevalidate) \})[^}]*\}\s*from)/m,
    /^$/,
    { path: "app/people/all.ts", text: `export * from "./person.ts";` },
    { path: "app/people/all.ts", text: `export { roles } from "./person.ts";` },
  ),
  onlyIn(
    "names are kebab-case, in folders that are known",
    /^/,
    new RegExp(
      `^(app/((${[...rooms, "routes", "routes/api", "http", "ui"].join("|")})/)?|db/((schema|demo|demo/content|demo/content/(insights|talk))/)?|scripts/((bootstrap|services|bench)/)?|tests/([a-z-]+/)*)[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+)*$|^remix\\.config\\.js$`,
    ),
    { path: "app/utils/strings.ts", text: "" },
    { path: "app/people/signIn.server.ts", text: "" },
  ),
];
