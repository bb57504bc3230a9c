import { runCommand } from "./services/run-command.ts";
import { withServices } from "./services/with-services.ts";

await runCommand(() =>
  withServices(async () => {
    const { reindex } = await import("#app/search/reindex.server.ts");
    let shown = -1;
    const outcome = await reindex({
      evenIfCurrent: true,
      onProgress: ({ done, total }) => {
        const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
        if (percent !== shown) console.error(`${done} of ${total} insights (${percent} %)`);
        shown = percent;
      },
    });
    if (outcome === "no-engine") {
      throw new Error("There is no search engine here, or its keys have not been minted: run migrate first.");
    }
    console.log(
      outcome === "already-running"
        ? "Another process is building the search index anew: nothing to do here."
        : "The search index has been built anew and is in use.",
    );
  }),
);
