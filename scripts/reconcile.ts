import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

await runCommand(() =>
  withServices(async () => {
    const { reconcileIndex } = await import("#app/search/reconcile-index.server.ts");
    const repaired = await reconcileIndex();
    if (!repaired) {
      throw new Error("There is no search engine here, or its keys have not been minted: run migrate first.");
    }
    const { missing, stale, ghosts } = repaired;
    console.log(
      missing + stale + ghosts === 0
        ? "The search index holds what the database says."
        : `Repaired in the search index: ${missing} missing, ${stale} stale, ${ghosts} that should not be there.`,
    );
    const { compareIndex } = await import("#app/search/compare-index.server.ts");
    const left = Object.values((await compareIndex()) ?? {}).reduce((sum, count) => sum + count, 0);
    if (left > 0)
      throw new Error(`${left} are still otherwise than the database says: see the log, and try again.`);
  }),
);
