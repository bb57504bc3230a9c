import { buildIfStale } from "./services/build-if-stale.ts";
import { runCommand } from "./services/run-command.ts";

await runCommand(() => buildIfStale({ log: console.log }));
