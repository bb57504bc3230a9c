import { readFileSync, writeFileSync } from "node:fs";
import type { Bench } from "./bench/measuring.ts";
import { openLibrary } from "./bench/open-library.ts";
import { readOptions } from "./bench/options.ts";
import { asTable, makeReport } from "./bench/report.ts";
import { buildIfStale } from "./services/build-if-stale.ts";
import { onInterrupt, whenAborted } from "./services/interruption.ts";
import { runCommand } from "./services/run-command.ts";

process.env.LOG_LEVEL ??= "warn";
process.env.NODE_ENV ??= "production";

await runCommand(async () => {
  const { insights, inDepartment, measures, json, against, rounds, hold } = readOptions();
  const before = against === undefined ? undefined : JSON.parse(readFileSync(against, "utf8"));
  const interrupted = onInterrupt(say);
  await buildIfStale({ log: say, signal: interrupted });
  const library = await openLibrary(say);
  try {
    const { runBench } = await import("./bench/run-bench.ts");
    const figures = await runBench({
      library,
      insights,
      inDepartment,
      measures,
      rounds,
      interrupted,
      say,
      whileUp: stay,
    });
    const report = makeReport(insights, figures, before);
    console.log(`\n${asTable(report)}\n`);
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await library.close();
  }

  async function stay({ web }: Bench): Promise<void> {
    if (!hold) return;
    say(`Held until Ctrl-C: http://127.0.0.1:${web.port}, cookie sid=${web.sessionToken}, ${library.folder}`);
    await whenAborted(interrupted);
  }
});

function say(line: string): void {
  console.error(`${process.uptime().toFixed(1).padStart(6)} s  ${line}`);
}
