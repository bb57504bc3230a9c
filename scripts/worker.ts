import { closeApp } from "./services/close-app.ts";
import { takeMemoryHabits } from "./services/memory-habits.ts";
import { runService } from "./services/run-service.ts";
import { tidyWhenQuiet } from "./services/tidy-when-quiet.ts";

if (!process.argv.includes("--dev")) {
  takeMemoryHabits("worker");
  tidyWhenQuiet();
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
