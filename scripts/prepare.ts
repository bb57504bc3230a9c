// Run by start.ts in a process of its own, with the owner's address and the master key in its environment: what
// migrating and filling the library need is in memory only while they last.
import { closeApp } from "./services/close-app.ts";
import { prepareServices } from "./services/prepare-services.ts";
import { describeError } from "./services/run-command.ts";

export type PrepareNews =
  | { line: string }
  | { demonstration: boolean; firstRun: string | undefined }
  | { failed: string };

try {
  await prepare();
} catch (error) {
  tell({ failed: describeError(error) });
  process.exitCode = 1;
}
process.disconnect?.();

async function prepare(): Promise<void> {
  const { DATABASE_URL: appUrl = "", MIGRATION_DATABASE_URL: ownerUrl = "" } = process.env;
  const { MEILISEARCH_URL: meilisearchUrl, MEILISEARCH_MASTER_KEY: masterKey } = process.env;
  const embedded = process.argv.includes("--embedded");
  await prepareServices({ ownerUrl, appUrl, meilisearchUrl, masterKey, embedded }, () => {});
  const wanted = embedded && !process.argv.includes("--empty");
  const demonstration = embedded && (await fillDemonstration(wanted));
  const firstRun = process.argv.includes("--first-run") ? await offerLink() : undefined;
  await closeApp();
  tell({ demonstration, firstRun });
}

/** The secret of the link that makes a library somebody's own, while nobody is there. */
async function offerLink(): Promise<string | undefined> {
  const { offerFirstRun } = await import("#app/people/first-run-link.server.ts");
  return await offerFirstRun();
}

/** Fills a library that has nobody in it yet, brings one of weeks ago into the present week; whether the library is the demonstration. */
async function fillDemonstration(wanted: boolean): Promise<boolean> {
  const { isEmptyLibrary, isToStayEmpty } = await import("#db/demo/is-empty.server.ts");
  if (await isEmptyLibrary()) {
    if (!wanted || (await isToStayEmpty())) return false;
    const { seedDemoLibrary } = await import("#db/demo/seed-demo-library.server.ts");
    let told = 0;
    await seedDemoLibrary({
      onProgress: (done, total) => {
        if (done < total && done - told < total / 4) return;
        told = done;
        tell({ line: `Filling the demonstration library: ${done} of ${total} insights.` });
      },
    });
  } else {
    const { bringDemoForward } = await import("#db/demo/bring-forward.server.ts");
    const moved = await bringDemoForward();
    if (moved > 0)
      tell({ line: `The demonstration is of this week again: ${moved} insights have new dates.` });
  }
  const { findLibrarySettings } = await import("#app/settings/find-library-settings.server.ts");
  return (await findLibrarySettings()).demonstration;
}

function tell(news: PrepareNews): void {
  process.send?.(news);
}
