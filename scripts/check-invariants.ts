import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

await runCommand(() =>
  withServices(async () => {
    const { checkInvariants } = await import("#db/check-invariants.server.ts");
    const { compareIndex } = await import("#app/search/compare-index.server.ts");
    const broken = await checkInvariants();
    const index = await compareIndex();
    for (const { rule, ids } of broken) console.error(`Not so: ${rule}. ${ids.join(", ")}`);
    if (!index) console.log("There is no search index to compare with.");
    else
      for (const [what, count] of Object.entries(index))
        if (count > 0) console.error(`Search index: ${count} ${what}`);
    const wrong = broken.length > 0 || (index && Object.values(index).some((count) => count > 0));
    if (wrong) process.exitCode = 1;
    else console.log("Every invariant holds.");
  }),
);
