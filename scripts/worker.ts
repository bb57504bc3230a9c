import { constants, setPriority } from "node:os";
import { closeApp } from "./services/close-app.ts";
import { takeMemoryHabits } from "./services/memory-habits.ts";
import { runService } from "./services/run-service.ts";
import { tidyWhenQuiet } from "./services/tidy-when-quiet.ts";

if (!process.argv.includes("--dev")) {
  takeMemoryHabits("worker");
  tidyWhenQuiet();
  giveWay();
}
process.env.NODE_ENV ??= "production";

await runService(async () => {
  const { requireSetting } = await import("#app/env.server.ts");
  requireSetting("DATABASE_URL");
  const { startWorker } = await import("#app/worker.server.ts");
  const worker = await startWorker();
  const stop = async (): Promise<void> => {
    await worker.stop();
    await closeApp();
  };
  return { stop };
});

/** Where both want the processor, whoever waits for a page comes before what is done afterwards. */
function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not every machine lets a process say so; it works without.
  }
}
