import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import type { LaunchOptions } from "playwright-core";

const cache = new URL("../../node_modules/.cache/chromium/", import.meta.url).pathname;

// With these a page may do what no reader's browser lets it do, and the policies would go untested.
const dishonest = new Set([
  "--single-process",
  "--no-zygote",
  "--disable-web-security",
  "--allow-running-insecure-content",
  "--disable-site-isolation-trials",
]);

// The package draws as a graphics card would, in software: a third of all that a walk through pages cost. Nothing here
// is in three dimensions, so that the browser's own plain painter does, which a page looks the same under.
const asIfOnACard = /^--(ignore-gpu-blocklist|use-gl=|use-angle=|enable-unsafe-swiftshader)/;
const plainly = "--disable-gpu";

/** What a busy machine may take to unpack it for the first time, or to start it. */
export const browserPatience = 120_000;

/** The browser to test with: CHROMIUM_BIN, else one on the PATH, else the packaged one. */
export async function findBrowser(): Promise<LaunchOptions> {
  const always = { headless: true, timeout: browserPatience };
  const own = process.env.CHROMIUM_BIN || onPath(["chromium", "chromium-browser", "google-chrome", "chrome"]);
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  if (own) return { ...always, executablePath: own, args: [plainly, ...asRoot] };
  return { ...always, ...(await packagedBrowser()) };
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** The package unpacks into the temporary folder, whatever lies there: it is lent one of its own, kept by version. */
async function packagedBrowser(): Promise<LaunchOptions> {
  const found = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const { version } = JSON.parse(readFileSync(new URL("../package.json", `file://${found}`), "utf8"));
  const folder = join(cache, version);
  const { TMPDIR } = process.env;
  try {
    mkdirSync(cache, { recursive: true });
    const ours = existsSync(folder) ? folder : mkdtempSync(join(cache, "unpacking-"));
    process.env.TMPDIR = ours;
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    if (ours !== folder) keepAs(folder, ours);
    const args = chromium.args.filter((flag) => !dishonest.has(flag) && !asIfOnACard.test(flag));
    return {
      executablePath: join(folder, "chromium"),
      args: [...args, plainly],
      env: { ...process.env, TMPDIR, FONTCONFIG_FILE: fontsOf(folder) },
    };
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** Whichever test file unpacks first wins; the others' copies go. */
function keepAs(folder: string, unpacked: string): void {
  try {
    renameSync(unpacked, folder);
  } catch {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

/** The packaged fonts beside the machine's own, if it has any: their settings name folders nobody has. */
function fontsOf(folder: string): string {
  const path = join(folder, "fonts.conf");
  const folders = [join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const lines = folders.map((one) => `<dir>${one}</dir>`).join("");
  // Put there at once and whole: browsers of other test files may be reading it.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `<fontconfig>${lines}<cachedir>${join(folder, "font-cache")}</cachedir></fontconfig>`);
  renameSync(draft, path);
  return path;
}
