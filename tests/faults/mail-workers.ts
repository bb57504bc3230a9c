import { type ChildProcess, spawn } from "node:child_process";
import { sql } from "drizzle-orm";
import { afterAll, expect, vi } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { db } from "#db/client.server.ts";
import { mails } from "#db/schema/mail.server.ts";
import { type AMailServer, aMailServer } from "#tests/mail/a-mail-server.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { untilLeftAlone } from "#tests/support/left-alone.ts";

export type MailWorkers = {
  server: AMailServer;
  /** A worker of its own process, to be killed. */
  start(): ChildProcess;
  /** Waits until every mail has come to an end. */
  untilAllSettled(timeout: number): Promise<void>;
};

/** Workers that send mail to a server of this test's own; gone when it is over. */
export async function useMailWorkers(settings: Record<string, string> = {}): Promise<MailWorkers> {
  const server = await aMailServer();
  const workers = new Set<ChildProcess>();
  afterAll(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await closeSender();
    await server.close();
  });
  return {
    server,
    start() {
      const env: NodeJS.ProcessEnv = {
        ...process.env,
        NODE_ENV: "production",
        MEILISEARCH: "off",
        SMTP_URL: server.url,
        MAIL_FROM: "Corridor <corridor@library.example>",
        APP_ORIGIN: "https://corridor.library.example",
        ...settings,
      };
      const worker = spawn(process.execPath, ["build/server/worker.js"], { stdio: "ignore", env });
      workers.add(worker);
      worker.once("exit", () => workers.delete(worker));
      return worker;
    },
    async untilAllSettled(timeout) {
      await vi.waitFor(
        async () => {
          const states = (await db.select().from(mails)).map(({ state }) => state);
          expect(states.filter((state) => state === "waiting" || state === "sending")).toEqual([]);
        },
        { timeout, interval: 100 },
      );
    },
  };
}

/**
 * Makes what was taken, and left by whoever was killed, due at once: no test waits five minutes. Nobody is at work
 * meanwhile, nor is a statement of theirs still under way.
 */
export async function timePasses(database: TestDatabase): Promise<void> {
  await untilLeftAlone(database);
  await db.update(mails).set({
    createdAt: sql`now()`,
    nextTryAt: sql`now()`,
    handedOverAt: sql`${mails.handedOverAt} - interval '11 minutes'`,
  });
}
