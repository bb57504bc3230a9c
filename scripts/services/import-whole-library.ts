import { resolve } from "node:path";
import { followRestore } from "./follow-restore.ts";
import { gatherStatistics } from "./gather-statistics.ts";
import { prepareServices } from "./prepare-services.ts";
import { progressLine } from "./progress-line.ts";
import { withServices } from "./with-services.ts";

/** Brings an export of everything into an empty Corridor, with its index. */
export async function importWholeLibrary(given: string): Promise<void> {
  const folder = resolve(given);
  await withServices(async (services) => {
    const { importLibrary } = await import("#app/upkeep/import-library.server.ts");
    const { UnusableBackup } = await import("#app/upkeep/backup.ts");
    const progress = progressLine();
    const { ownerUrl } = services;
    const { library, tables, files } = await importLibrary({
      folder,
      ownerUrl,
      onProgress: progress.show,
    }).catch((error: unknown) => {
      if (error instanceof UnusableBackup)
        throw new Error(`${folder} cannot be brought in: ${error.message}.`);
      throw error;
    });
    progress.end();
    await prepareServices(services, () => {});
    await gatherStatistics(ownerUrl);
    await followRestore();
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `${library} is here: ${rows.toLocaleString("en-GB")} rows and ${files.filter(({ small }) => !small).length} files.`,
    );
    console.log("Nobody has a password here yet: make an administrator with npm run create-admin.");
  });
}
