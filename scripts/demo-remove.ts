import { parseArgs } from "node:util";
import type { DemoRemoval } from "#db/demo/remove-demo-library.server.ts";
import { progressLine } from "./services/progress-line.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const words: Record<string, string> = {
  people: "people",
  teams: "teams",
  departments: "departments",
  insights: "insights",
  comments: "comments",
  corroborations: "voices",
  tags: "tags",
  contacts: "contacts",
  enquiries: "lines of enquiries",
  phrases: "phrases",
  files: "files",
  notifications: "notifications",
  sessions: "sessions",
  events: "lines of the ledger",
};

/** Takes the demonstration out of a library and leaves what people added; `--dry-run` says what would become of what. */
await runCommand(async () => {
  const { values } = parseArgs({ options: { "dry-run": { type: "boolean", default: false } } });
  const dryRun = values["dry-run"];
  await withServices(async ({ ownerUrl }) => {
    const { removeDemoLibrary } = await import("#db/demo/remove-demo-library.server.ts");
    const began = Date.now();
    const progress = progressLine();
    let rows = 0;
    const removal = await removeDemoLibrary({
      ownerUrl,
      dryRun,
      onTable: (table, count) => {
        rows += count;
        progress.show(`${number(rows)} rows, ${table.replaceAll("_", " ")}`);
      },
    });
    progress.end();
    if (removal) tell(removal, dryRun);
    else console.log("Nothing of the demonstration is here.");
    if (dryRun) return console.log("Nothing was changed: that was --dry-run.");
    if (removal) await dropFiles(removal.files);
    await follow();
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    if (removal) console.log(`${number(rows)} rows are gone (${seconds} s).`);
    if (removal?.kept.people === 0)
      console.log("The library is empty: npm run setup, or the link that npm start prints, makes it yours.");
  });
});

function tell({ removed, theirs, byHand, kept }: DemoRemoval, dryRun: boolean): void {
  const counted = Object.entries(words)
    .filter(([table]) => removed.has(table))
    .map(([table, word]) => `${number(removed.get(table) ?? 0)} ${word}`);
  console.log(`${dryRun ? "Would go" : "Gone"}: ${counted.join(", ")}.`);
  if (byHand > 0)
    console.log(
      `${number(byHand)} of these insights were posted by hand, by somebody signed in as one of its colleagues.`,
    );
  if (theirs.comments + theirs.voices > 0)
    console.log(
      `With its insights ${number(theirs.comments)} comments and ${number(theirs.voices)} voices of people of your own.`,
    );
  console.log(`What stays: ${number(kept.people)} people and ${number(kept.insights)} insights.`);
  if (kept.departments.length > 0)
    console.log(
      `Kept from the demonstration, because something of theirs hangs on it: ${kept.departments.join(", ")}.`,
    );
}

async function dropFiles(ids: readonly string[]): Promise<void> {
  const { dropBytes, smallOf } = await import("#app/files/kept-bytes.server.ts");
  for (const id of ids) await Promise.all([dropBytes(id), dropBytes(smallOf(id))]);
}

/** The index, then whether all that must be so is so. Run again, it makes up for a first run that was cut off here. */
async function follow(): Promise<void> {
  const { reconcileIndex } = await import("#app/search/reconcile-index.server.ts");
  const { checkInvariants } = await import("#db/check-invariants.server.ts");
  await reconcileIndex().catch(() => {
    console.error("The search engine did not answer: the worker brings its index up to date tonight.");
  });
  const broken = await checkInvariants();
  for (const { rule, ids } of broken) console.error(`Not so: ${rule}. ${ids.join(", ")}`);
  if (broken.length > 0) process.exitCode = 1;
  else console.log("Every invariant holds.");
}

function number(count: number): string {
  return count.toLocaleString("en-GB");
}
