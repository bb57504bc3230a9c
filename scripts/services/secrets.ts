import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { writePrivateFile } from "./private-file.ts";

const secretsSchema = z.object({
  superPassword: z.string().min(20),
  ownerPassword: z.string().min(20),
  appPassword: z.string().min(20),
  meilisearchMasterKey: z.string().min(20),
});

export type Secrets = z.infer<typeof secretsSchema>;

/** The generated passwords of this data folder's own services: made once, kept beside the data they open. */
export function readOrMakeSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, "secrets.json");
  const kept = readSecrets(file);
  if (kept) return kept;
  const made: Secrets = {
    superPassword: secret(),
    ownerPassword: secret(),
    appPassword: secret(),
    meilisearchMasterKey: secret(),
  };
  writePrivateFile(file, JSON.stringify(made, null, 2));
  return made;
}

function readSecrets(file: string): Secrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `${file} is damaged: it holds the passwords of the data beside it. Restore it from a backup.`,
    );
  }
}

function secret(): string {
  return randomBytes(24).toString("base64url");
}
