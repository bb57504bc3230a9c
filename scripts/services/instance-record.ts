import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { withFileLock } from "#scripts/bootstrap/file-lock.mjs";
import { isRunning, recordProcess } from "./child-process.ts";
import { writePrivateFile } from "./private-file.ts";

const servicesSchema = z.object({
  ownerUrl: z.string(),
  appUrl: z.string(),
  meilisearchUrl: z.string().optional(),
  masterKey: z.string().optional(),
  /** Whether the database is the embedded one, which may hold the demonstration library. */
  embedded: z.boolean(),
});

const recordSchema = z.object({
  pid: z.number(),
  identity: z.string(),
  /** `start` serves until it is stopped; `command` is a tool that ends by itself. */
  purpose: z.enum(["start", "command"]),
  startedAt: z.string(),
  origin: z.string().optional(),
  services: servicesSchema.optional(),
});

/** Addresses of the parts an instance runs on. */
export type ServiceAddresses = z.infer<typeof servicesSchema>;
export type InstanceRecord = z.infer<typeof recordSchema>;

export type InstanceClaim = {
  update(news: Pick<InstanceRecord, "origin" | "services">): void;
  release(): void;
};

/** Whoever is using the data folder's services now; undefined when nobody is, or they have died. */
export function findInstance(dataFolder: string): InstanceRecord | undefined {
  try {
    const record = recordSchema.parse(JSON.parse(readFileSync(recordPath(dataFolder), "utf8")));
    return isRunning(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the data folder's services for this process, or says who has them. */
export async function claimInstance(
  dataFolder: string,
  purpose: InstanceRecord["purpose"],
): Promise<{ claim: InstanceClaim } | { holder: InstanceRecord }> {
  return await withFileLock(join(dataFolder, "instance.lock"), () => {
    const holder = findInstance(dataFolder);
    if (holder) return { holder };
    const self = recordProcess(process.pid);
    if (!self) throw new Error("This process cannot be told from others on this system.");
    let record: InstanceRecord = { ...self, purpose, startedAt: new Date().toISOString() };
    const path = recordPath(dataFolder);
    writePrivateFile(path, JSON.stringify(record, null, 2));
    const update: InstanceClaim["update"] = (news) => {
      record = { ...record, ...news };
      writePrivateFile(path, JSON.stringify(record, null, 2));
    };
    return { claim: { update, release: () => rmSync(path, { force: true }) } };
  });
}

function recordPath(dataFolder: string): string {
  return join(dataFolder, "instance.json");
}
