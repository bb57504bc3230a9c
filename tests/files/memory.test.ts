import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "#app/people/person.ts";
import { clientOf } from "#tests/support/client.ts";
import { useDatabase } from "#tests/support/database.ts";
import { aPerson } from "#tests/support/factories.ts";
import { useFilesFolder } from "#tests/support/files-folder.ts";
import { whenReady } from "#tests/support/processes.ts";
import { aPdf, aPicture } from "./samples.ts";
import { sendForm } from "./sending.ts";

const database = useDatabase();
useFilesFolder();
let server: ChildProcess;
let origin = "";
let person: Person;
const app = { as: (who?: Person) => clientOf({ origin, person: who }) };

beforeAll(async () => {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    DATABASE_URL: database.url,
    MEILISEARCH: "off",
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: "0",
    WRITES_PER_MINUTE: "10000",
  };
  server = fork("build/server/serve.js", { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  origin = await whenReady(server);
});
afterAll(() => server.kill("SIGKILL"));

/** The most it ever held, in MB. */
function highest(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

test.runIf(process.platform === "linux")(
  "files of 10 MB go past without filling the memory, whether as documents or as pictures",
  { timeout: 120_000 },
  async () => {
    const large = { name: "large.pdf", bytes: aPdf({ bytes: 10 * 1024 * 1024 }) };
    const send = async (parts: { name: string; bytes: Buffer }[]) => {
      person = await aPerson();
      const answer = await sendForm(
        { ...app, origin },
        { person, path: "/insights/new", fields: { key: crypto.randomUUID() }, parts },
      );
      expect(answer.status).toBe(400);
    };
    await send([large]);
    const small = highest();
    for (let round = 0; round < 4; round++) await send(Array.from({ length: 5 }, () => large));
    const documents = highest();
    const photograph = { name: "photo.jpg", bytes: await aPicture("jpeg", { width: 8_000, height: 6_000 }) };
    await send(Array.from({ length: 5 }, () => photograph));
    const pictures = highest();
    console.log(
      `at most ${[small, documents, pictures].map(Math.round).join(", ")} MB: at first, after 200 MB of documents, after five pictures of 48 million pixels`,
    );
    expect(documents - small).toBeLessThan(60);
    expect(pictures - documents).toBeLessThan(150);
  },
);
