import type { InsightKind } from "./insight.ts";

/** A beginning offered in the posting form. */
export type Template = {
  /** Of its name: what `/insights/new?template=` takes. */
  slug: string;
  name: string;
  body: string;
  kind: InsightKind | null;
  channel: string | null;
};

/** The same as those who look after them see it. */
export type KeptTemplate = Template & { id: string; retired: boolean };

export const templateLimits = { nameCharacters: 60, bodyCharacters: 2_000, templates: 50 } as const;

/** What a template is called in an address: the letters and digits of its name. */
export function templateSlug(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** What is wrong with a template's fields, and the fields as a form sent them. */
export type TemplateProblems = Partial<Record<"name" | "body" | "kind" | "channel", string>>;
export type SentTemplate = Record<"name" | "body" | "kind" | "channel", string>;
