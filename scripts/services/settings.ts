import { z } from "zod";
import { type Env, parseEnv, refuseExamples } from "#app/env.server.ts";

const operatorSchema = z.object({
  MIGRATION_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" })
    .optional(),
  MEILISEARCH_MASTER_KEY: z.string().min(16, "must have at least 16 characters").optional(),
});

export type OperatorSettings = Env & z.infer<typeof operatorSchema>;

/** The application's settings and those only an operator's commands may read. Each wrong one is a line of the error. */
export function readSettings(source: Record<string, string | undefined> = process.env): OperatorSettings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const own = operatorSchema.safeParse(present);
  const wrong = own.success
    ? []
    : own.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  let app: Env | undefined;
  try {
    app = parseEnv(present);
  } catch (error) {
    wrong.unshift((error as Error).message);
  }
  if (!app || !own.success || wrong.length > 0) throw new Error(wrong.join("\n"));
  refuseExamples(own.data, app.NODE_ENV);
  return { ...app, ...own.data };
}

/** Refuses to start on a search engine of somebody else's without the key from which its keys are made. */
export function requireMasterKey(settings: OperatorSettings): void {
  if (settings.MEILISEARCH === "off" || !settings.MEILISEARCH_URL || settings.MEILISEARCH_MASTER_KEY) return;
  throw new Error(
    "MEILISEARCH_MASTER_KEY: is not set, and the keys to search MEILISEARCH_URL with are made from it",
  );
}
