import { isAbsolute, resolve } from "node:path";
import { z } from "zod";

const flag = z
  .enum(["0", "1", "true", "false", ""])
  .default("0")
  .transform((value) => value === "1" || value === "true");

function wholeNumber({ min, max }: { min: number; max: number }) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

const mailSender = /^([^<>\r\n]{0,100}<)?[^\s<>()[\]\\,;:@"]+@[^\s<>()[\]\\,;:@"]+>?$/;

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" }).optional(),
  DATABASE_POOL: wholeNumber({ min: 2, max: 100 }).default(10),
  MEILISEARCH: z.enum(["on", "off"]).default("on"),
  MEILISEARCH_URL: z
    .url({ protocol: /^https?$/, error: "must be an http:// or https:// address" })
    .optional(),
  MEILISEARCH_INDEX_PREFIX: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/, "may hold a-z, 0-9, - and _")
    .default("corridor"),
  APP_ORIGIN: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// address" }).optional(),
  HOST: z.string().default("127.0.0.1"),
  PORT: wholeNumber({ min: 0, max: 65_535 }).default(3000),
  TRUST_PROXY_HOPS: wholeNumber({ min: 0, max: 5 }).default(0),
  SESSION_IDLE_HOURS: wholeNumber({ min: 1, max: 24 * 30 }).default(8),
  SESSION_ABSOLUTE_DAYS: wholeNumber({ min: 1, max: 365 }).default(7),
  REQUESTS_PER_MINUTE: wholeNumber({ min: 1, max: 1_000_000 }).default(300),
  WRITES_PER_MINUTE: wholeNumber({ min: 1, max: 1_000_000 }).default(30),
  SEARCHES_PER_MINUTE: wholeNumber({ min: 1, max: 1_000_000 }).default(60),
  KEYSTROKES_PER_SECOND: wholeNumber({ min: 1, max: 1_000_000 }).default(10),
  /** What the engine may take to answer a search; later than that, PostgreSQL answers. */
  SEARCH_WITHIN_MS: wholeNumber({ min: 50, max: 10_000 }).default(800),
  /** What the engine may take to find what resembles a text being written; later than that, nothing is offered. */
  SIMILAR_WITHIN_MS: wholeNumber({ min: 50, max: 10_000 }).default(300),
  /** Where files are kept: what is being brought in, what is attached. Web and worker must see the same folder. */
  FILES_DIR: z
    .string()
    .refine(isAbsolute, "must be an absolute path")
    .default(() => resolve(".data", "files")),
  /** Where the worker keeps its backups, one a night; none are made without it. */
  BACKUP_DIR: z.string().refine(isAbsolute, "must be an absolute path").optional(),
  /** By the library's own clock. */
  BACKUP_HOUR: wholeNumber({ min: 0, max: 23 }).default(2),
  BACKUP_KEEP: wholeNumber({ min: 1, max: 1_000 }).default(14),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp:// or smtps:// address" }).optional(),
  MAIL_FROM: z
    .string()
    .regex(mailSender, "must be one address, such as Corridor <corridor@library.example>")
    .optional(),
  /** Mail servers of universities count. */
  MAILS_PER_SECOND: wholeNumber({ min: 1, max: 1_000 }).default(5),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  CORRIDOR_DEMO: flag,
});

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/** The process's settings, read once. Throws an Error whose message names each wrong setting on its own line. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/** Parses settings from any record: `env()` uses the process's own, scripts and tests may pass theirs. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = envSchema.safeParse(present);
  if (result.success) return complete(result.data);
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new Error(lines.join("\n"));
}

/** Sending mail takes three settings: one without the others would send none, and nobody would know why. */
function complete(settings: Env): Env {
  refuseExamples(settings, settings.NODE_ENV);
  if (!settings.SMTP_URL) return settings;
  const missing = (["MAIL_FROM", "APP_ORIGIN"] as const).filter((name) => !settings[name]);
  if (missing.length === 0) return settings;
  throw new Error(missing.map((name) => `${name}: must be set when SMTP_URL is`).join("\n"));
}

/** Settings a backup may speak of: addresses with passwords in them are not among these. */
const mayBeTold = [
  "APP_ORIGIN",
  "MAIL_FROM",
  "FILES_DIR",
  "BACKUP_DIR",
  "BACKUP_HOUR",
  "BACKUP_KEEP",
  "TRUST_PROXY_HOPS",
  "SESSION_IDLE_HOURS",
  "SESSION_ABSOLUTE_DAYS",
  "REQUESTS_PER_MINUTE",
  "WRITES_PER_MINUTE",
  "SEARCHES_PER_MINUTE",
  "KEYSTROKES_PER_SECOND",
  "MEILISEARCH_INDEX_PREFIX",
] as const;

/** What was set otherwise than usual, secrets left out. */
export function settingsThatMayBeTold(): Record<string, string> {
  const [ours, usual] = [env(), envSchema.parse({})];
  const told = mayBeTold.filter((name) => ours[name] !== undefined && ours[name] !== usual[name]);
  return Object.fromEntries(told.map((name) => [name, String(ours[name])]));
}

/** What `.env.example` has where a secret belongs. */
const exampleSecret = "change-me";

/** Production runs on no secret that everybody can read in the repository. */
export function refuseExamples(settings: object, mode: Env["NODE_ENV"]): void {
  if (mode !== "production") return;
  const held = Object.entries(settings).filter(([, value]) => String(value).includes(exampleSecret));
  if (held.length === 0) return;
  throw new Error(held.map(([name]) => `${name}: still holds the example's secret`).join("\n"));
}

/** The value of a setting this process cannot run without; names it when it is missing. */
export function requireSetting<Name extends keyof Env>(name: Name): NonNullable<Env[Name]> {
  const value = env()[name];
  if (value === undefined || value === null) throw new Error(`${name}: is not set`);
  return value;
}
