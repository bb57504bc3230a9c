import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gatherStatistics } from "./services/gather-statistics.ts";
import { importWholeLibrary } from "./services/import-whole-library.ts";
import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

const usage =
  "Usage: npm run -s import -- --file FILE.csv --person EMAIL [--mapping NAME|FILE.json] [--dry-run] [--problems REFUSED.csv]\n   or: npm run -s import -- --library FOLDER, of an export, into an empty Corridor";

const options = {
  file: { type: "string" },
  person: { type: "string" },
  mapping: { type: "string" },
  problems: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  library: { type: "string" },
} as const;

await runCommand(async () => {
  const { values } = parseArgs({ options });
  const { file, person: email, mapping: asked, problems, "dry-run": dryRun, library } = values;
  if (library) return await importWholeLibrary(library);
  if (!file || !email) throw new Error(usage);
  const ownerUrl = process.env.MIGRATION_DATABASE_URL;

  await withServices(async (services) => {
    const [
      { findPersonByEmail },
      { importInTerminal },
      { importMapping },
      { canImport },
      words,
      { indexInsights },
    ] = await Promise.all([
      import("#app/people/find-person-by-email.server.ts"),
      import("#app/imports/import-in-terminal.server.ts"),
      import("#app/imports/import-mapping.ts"),
      import("#app/imports/policy.ts"),
      import("#app/imports/state-words.ts"),
      import("#app/search/index-insights.server.ts"),
    ]);
    const person = await findPersonByEmail(email);
    if (!person) throw new Error(`Nobody here has the e-mail address ${email}.`);
    if (!canImport(person))
      throw new Error(`${person.name} may not bring files in: editors and administrators may.`);
    const isFile = asked?.endsWith(".json");
    const done = await importInTerminal({
      person,
      file,
      dryRun,
      mappingName: isFile ? undefined : asked,
      mapping: isFile && asked ? importMapping.parse(JSON.parse(readFileSync(asked, "utf8"))) : undefined,
      running: {
        onChanged: indexInsights,
        onProgress: (rows) => process.stderr.write(`\r${rows.toLocaleString("en-GB")} rows`),
      },
      onChecked: ({ checked }) => {
        if (checked) console.error(`\rChecked: ${words.countsInWords(checked, "would")}.`);
      },
    });
    process.stderr.write("\r");
    if (problems && done.refused > 0) await writeProblems(problems, done);
    if (done.state === "failed") throw new Error(done.trouble ?? "It could not go on.");
    console.log(
      `${words.countsInWords(done.checked && dryRun ? done.checked : done, dryRun ? "would" : "was")}.`,
    );
    if (done.refused > 0 && !problems)
      console.error("Write the refused rows to a file with --problems REFUSED.csv.");
    if (!dryRun && done.posted > 0) await gatherStatistics(ownerUrl ?? services.ownerUrl);
  });
});

async function writeProblems(path: string, found: { id: string; headings: string[] }): Promise<void> {
  const { writeFile } = await import("node:fs/promises");
  const { problemFile } = await import("#app/imports/problem-file.server.ts");
  await writeFile(path, problemFile(found), { mode: 0o600 });
  console.error(`The refused rows are in ${path}.`);
}
