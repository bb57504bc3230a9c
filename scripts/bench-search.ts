import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { publicCollections, readCollection } from "./bench/collection.ts";
import { measureQuality, type QualityRow, qualityTable } from "./bench/measure-quality.ts";
import { openLibrary } from "./bench/open-library.ts";
import { runCommand } from "./services/run-command.ts";

process.env.LOG_LEVEL ??= "warn";

await runCommand(async () => {
  const { values } = parseArgs({
    options: { json: { type: "string" }, only: { type: "string" }, poor: { type: "string" } },
  });
  const isWanted = (name: string): boolean => !values.only || values.only.split(",").includes(name);
  const library = await openLibrary(say);
  try {
    const { fillDemonstration } = await import("./bench/demo-collection.ts");
    const { fillCollection } = await import("./bench/fill-collection.ts");
    const { allWays } = await import("./bench/ways-of-answering.ts");
    const { forgetDialect } = await import("#app/search/find-dialect.server.ts");
    const { reindex } = await import("#app/search/reindex.server.ts");
    const { ownerUrl, meilisearchUrl: url = "", masterKey = "" } = library.addresses;
    const rows: QualityRow[] = [];
    const { person, questions } = await fillDemonstration();
    const poor = values.poor === undefined ? undefined : Number(values.poor);
    const measure = async (collection: string, asked: typeof questions): Promise<void> => {
      await reindex({ evenIfCurrent: true });
      forgetDialect();
      rows.push(
        ...(await measureQuality({
          collection,
          questions: asked,
          ways: await allWays(person, { url, masterKey }),
          poor,
        })),
      );
      say(`Measured: ${collection}.`);
    };
    if (isWanted("demonstration")) await measure("demonstration", questions);
    for (const name of publicCollections.filter(isWanted)) {
      const collection = readCollection(name);
      if (collection) {
        await measure(name, await fillCollection({ collection, person, ownerUrl }));
      } else say(`No ${name} here: name its folder in CORRIDOR_TEST_DATA.`);
    }
    console.log(`\n${qualityTable(rows)}\n`);
    const json = JSON.stringify(rows, null, 2);
    if (values.json === undefined) console.log(json);
    else writeFileSync(values.json, `${json}\n`);
  } finally {
    await library.close();
  }
});

function say(line: string): void {
  console.error(`${process.uptime().toFixed(1).padStart(6)} s  ${line}`);
}
