import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { firstMessage, startProcess } from "./processes.ts";

test("a process that ends before it says anything is told of at once, with what it printed", async () => {
  const program = 'console.error("no room"); process.exitCode = 3;';
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  await expect(firstMessage(child)).rejects.toThrow(/ended with 3 before it said anything\. no room/);
});

test("a service that cannot start is told of in its own words", async () => {
  await expect(startProcess({ what: "worker", env: {} })).rejects.toThrow(
    /the service did not start: .*DATABASE_URL/,
  );
});
