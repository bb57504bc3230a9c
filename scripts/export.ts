import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { progressLine } from "./services/progress-line.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const usage = "Usage: npm run -s export -- --to NEW_FOLDER";

await runCommand(async () => {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  if (!values.to) throw new Error(usage);
  const folder = resolve(values.to);
  await withServices(async () => {
    const { exportLibrary } = await import("#app/upkeep/export-library.server.ts");
    const progress = progressLine();
    const { tables, files } = await exportLibrary({ folder, onProgress: progress.show });
    progress.end();
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(folder);
    console.log(
      `${rows.toLocaleString("en-GB")} rows and ${files.filter(({ small }) => !small).length} files. What is for a team or one person is among them: keep it safe.`,
    );
  });
});
