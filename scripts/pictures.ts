import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { dayIn, daysAfter, mondayOf, weekName } from "#app/settings/calendar.ts";
import { findBrowser } from "#tests/support/browser-program.ts";
import { demoMail } from "./services/demo-mail.ts";
import { findFreePort } from "./services/ports.ts";
import { runCommand } from "./services/run-command.ts";

const folder = "docs/pictures";

const lastMonday = daysAfter(mondayOf(dayIn("Europe/London", new Date())), -7);
const lastWeek = `/weeks/${weekName(lastMonday)}`;

const pictures = [
  { name: "this-week", path: "/", width: 1280, colorScheme: "light" },
  { name: "this-week-phone", path: "/", width: 390, colorScheme: "light" },
  { name: "this-week-dark", path: "/", width: 1280, colorScheme: "dark" },
  { name: "search", path: "/search?q=comp+sci+textbok", width: 1280, colorScheme: "light" },
  { name: "search-phone", path: "/search?q=comp+sci+textbok", width: 390, colorScheme: "dark" },
  { name: "post-phone", path: "/insights/new", width: 390, colorScheme: "light" },
  { name: "department", path: "/departments/informatics", width: 1280, colorScheme: "light" },
  { name: "departments", path: "/departments", width: 768, colorScheme: "light" },
  { name: "weekly-issue-closed", path: lastWeek, width: 1280, colorScheme: "light" },
  { name: "theme", path: "/tags/open-access", width: 768, colorScheme: "dark" },
] as const;

/** Takes the pictures in docs/pictures of a demonstration library of their own, and ends what it started. */
await runCommand(async () => {
  const data = mkdtempSync(join(tmpdir(), "corridor-pictures-"));
  const port = await findFreePort();
  const instance = fork("scripts/start.ts", {
    env: { ...process.env, CORRIDOR_DATA_DIR: data, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  let browser: Browser | undefined;
  try {
    await untilReady(instance);
    browser = await chromium.launch(await findBrowser());
    await takePictures(browser, { origin: `http://127.0.0.1:${port}`, data });
  } finally {
    await browser?.close();
    instance.kill("SIGTERM");
    if (instance.exitCode === null) await once(instance, "exit");
    rmSync(data, { recursive: true, force: true });
  }
});

async function untilReady(instance: ChildProcess): Promise<void> {
  for await (const chunk of instance.stdout ?? []) {
    if (String(chunk).includes("is ready at")) return void instance.stdout?.resume();
  }
  throw new Error("The demonstration library did not start.");
}

async function takePictures(
  browser: Browser,
  { origin, data }: { origin: string; data: string },
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  await signIn(page);
  for (const { name, path, width, colorScheme } of pictures) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 860 });
    await page.emulateMedia({ colorScheme });
    await page.goto(path, { waitUntil: "networkidle" });
    await take(page, name);
  }
  await takePrinted(page);
  await takeMail(page, data);
}

async function take(page: Page, name: string, fullPage = false): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage });
  console.log(`${folder}/${name}.png`);
}

/** The two sides as they lie on paper, one under the other. */
async function takePrinted(page: Page): Promise<void> {
  await page.goto(`${lastWeek}/print`, { waitUntil: "networkidle" });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  await page.setViewportSize({ width: 673, height: 986 });
  await take(page, "weekly-issue-printed", true);
  await page.emulateMedia({ media: null });
}

/** The mail's two parts, as a phone shows them. */
async function takeMail(page: Page, data: string): Promise<void> {
  const { html, text } = await demoMail(data, { handle: "priya", monday: lastMonday });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const [name, colorScheme, letter] of [
    ["weekly-mail", "light", html],
    ["weekly-mail-dark", "dark", html],
    ["weekly-mail-text", "light", asLetter(text)],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("about:blank");
    await page.setContent(letter);
    await take(page, name, true);
  }
}

function asLetter(text: string): string {
  const safe = text.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
  return `<pre style="margin:16px;font:14px/1.45 monospace;white-space:pre-wrap;overflow-wrap:anywhere">${safe}</pre>`;
}

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /liaison librarian/i }).click();
  await page.waitForURL("/");
}
