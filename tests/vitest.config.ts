import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./support/longest-first.ts";

// The Remix plugin stays out of here: it wants a whole application, and tests want single modules.
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    pool: "forks",
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    globalSetup: ["tests/support/services.setup.ts"],
    setupFiles: ["tests/support/clear-of-midnight.setup.ts", "tests/support/drizzle-in-one-piece.setup.ts"],
    reporters: ["default", "./tests/support/reporter.ts"],
    // What does not come is named sooner, by whoever waits for it: this is for a machine with much else to do.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
    env: { LOG_LEVEL: "silent" },
  },
});
