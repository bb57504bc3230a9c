import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDataFolder } from "./services/data-folder.ts";
import { progressLine } from "./services/progress-line.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

await runCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  const began = Date.now();
  await withServices(async () => {
    const { env } = await import("#app/env.server.ts");
    const { backUp } = await import("#app/upkeep/back-up.server.ts");
    const folder = values.to ?? env().BACKUP_DIR ?? join(openDataFolder(), "backups");
    const progress = progressLine();
    const done = await backUp({
      folder,
      begunBy: "command",
      onProgress: ({ rows, totalRows, files, checkedBytes }) =>
        progress.show(
          checkedBytes === undefined
            ? `${count(rows)} of ${count(totalRows)} rows, ${count(files)} files`
            : `Checking what was written: ${count(Math.round(checkedBytes / 1e6))} MB`,
        ),
    });
    progress.end();
    if (done.outcome !== "done") throw new Error("A backup is being made already: this one was not begun.");
    const { bytes, rows, files, filesMissing } = done.made;
    console.log(`${done.path}`);
    console.log(
      `${count(rows)} rows and ${count(files)} files, ${(bytes / 1e6).toFixed(1)} MB, in ${seconds(began)} s. It holds everything people wrote: keep it as safe as the database.`,
    );
    if (filesMissing > 0)
      console.error(
        `${count(filesMissing)} files that insights speak of are not in FILES_DIR: the backup is without them.`,
      );
  });
});

function count(number: number): string {
  return number.toLocaleString("en-GB");
}

function seconds(began: number): string {
  return ((Date.now() - began) / 1000).toFixed(1);
}
