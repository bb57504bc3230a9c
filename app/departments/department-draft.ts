import { z } from "zod";
import { departmentKinds } from "./department.ts";
import { line, saying } from "./entry-fields.ts";

export const departmentName = saying(line(120), "Write its name");

export const departmentDraft = z.object({
  name: departmentName,
  kind: z.enum(departmentKinds, { error: "Choose a kind from the list" }),
  /** Slug of the one above; nothing for a top one. */
  parent: line(80),
  /** Nicknames, with commas between them. */
  nicknames: line(600).transform(namesIn),
});
export type DepartmentDraft = z.output<typeof departmentDraft>;

const mostNames = 20;

/** Names with commas, semicolons or line ends between them, each once. */
export function namesIn(text: string): string[] {
  const names = text
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].slice(0, mostNames);
}

const reserved = new Set(
  "new all edit briefing evidence archive search import export settings me api".split(" "),
);

/** What a department is called in an address: the letters and digits of its name, made different from those in use. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^(school|department|faculty)-of-(the-)?/, "")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
  const base = plain === "" ? "department" : plain;
  const isFree = (slug: string) => !taken.has(slug) && !reserved.has(slug);
  if (isFree(base)) return base;
  for (let number = 2; ; number += 1) if (isFree(`${base}-${number}`)) return `${base}-${number}`;
}
