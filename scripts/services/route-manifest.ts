import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { runInNewContext } from "node:vm";
import { projectFolder } from "./data-folder.ts";

type Route = Record<string, unknown> & { id: string; module: string; imports: string[]; css: string[] };
type Manifest = { entry: { css: string[] }; routes: Record<string, Route> };

const assets = join(projectFolder, "build", "client", "assets");
const folder = "/assets/";
/** "-Cndm5Ne9.js" */
const afterName = 12;
const flags = [
  "hasAction",
  "hasLoader",
  "hasClientAction",
  "hasClientLoader",
  "hasErrorBoundary",
  "index",
] as const;

/** What Remix tells browsers of the routes: read back from the file it built. */
export function readRouteManifest(): Manifest {
  const window: { __remixManifest?: Manifest } = {};
  runInNewContext(readFileSync(manifestFile(), "utf8"), { window });
  if (!window.__remixManifest) throw new Error("the build has no list of routes");
  return JSON.parse(JSON.stringify(window.__remixManifest));
}

/**
 * Writes that list anew, a seventh smaller: every first page brings it, and most of it is the same few names over and
 * over. What a browser makes of it is equal to what Remix wrote, or this throws.
 */
export function packRouteManifest(): void {
  const before = readRouteManifest();
  // Browsers are sent nothing that fetches a page's styles before it is shown: left-out.ts.
  const own = Object.values(before.routes).find(({ css }) =>
    css.some((file) => !before.entry.css.includes(file)),
  );
  if (own) throw new Error(`${own.id} has styles of its own: they belong into app/root.css`);
  writeFileSync(manifestFile(), packed(before));
  if (!isDeepStrictEqual(readRouteManifest(), before))
    throw new Error("the packed list of routes says something else");
}

function packed({ routes, ...rest }: Manifest): string {
  const all = Object.values(routes);
  // Each route's own module first, in their order; then what they import.
  const names = all.map(({ module }) => module);
  const numberOf = (name: string) => {
    const at = names.indexOf(name);
    return at < 0 ? names.push(name) - 1 : at;
  };
  // A column for each thing that is told: what resembles one another stands together.
  const columns = [
    all.map(({ id, module }) => (id === idLike(module) ? 0 : id)),
    all.map(({ parentId = 0 }) => parentId),
    all.map(({ path = 0 }) => path),
    all.map((route) => flags.reduce((sum, flag, at) => sum + (route[flag] ? 1 << at : 0), 0)),
    all.map(({ imports }) => imports.map(numberOf).join()),
    all.map(({ css }) => css.map(numberOf).join()),
  ];
  const told = flags.slice(0, 5).map((flag, at) => `${flag}:!!(f&${1 << at})`);
  const short = names.map((name) => (name.startsWith(folder) ? name.slice(folder.length) : `/${name}`));
  const given = [short.join("|"), rest, columns].map((part) => JSON.stringify(part)).join();
  return `window.__remixManifest=((names,rest,[ids,above,paths,how,imports,css])=>{const name=names.split("|").map(n=>n[0]==="/"?n.slice(1):"${folder}"+n),list=s=>s?s.split(",").map(n=>name[n]):[],routes={};ids.forEach((own,n)=>{const f=how[n],id=own||"routes"+name[n].slice(${folder.length - 1},-${afterName});routes[id]={id,...above[n]!==0&&{parentId:above[n]},...paths[n]!==0&&{path:paths[n]},...f&32&&{index:true},${told},module:name[n],imports:list(imports[n]),css:list(css[n])}});return{...rest,routes}})(${given});`;
}

/** Vite calls a module as its file is called: "/assets/week-Cndm5Ne9.js". */
function idLike(module: string): string {
  return `routes${module.slice(folder.length - 1, -afterName)}`;
}

function manifestFile(): string {
  const name = readdirSync(assets).find((file) => /^manifest-.*\.js$/.test(file));
  if (!name) throw new Error("the build has no list of routes");
  return join(assets, name);
}
