import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Grades } from "./rank-figures.ts";

export type Question = { q: string; grades: Grades };

type Document = { id: string; title: string; text: string };

/** Documents with questions somebody has judged them by. */
export type Collection = { name: string; documents: Document[]; questions: Question[] };

export const publicCollections = ["lisa", "lisa-short", "cranfield"] as const;

/** A public collection of the folder named by CORRIDOR_TEST_DATA; undefined where there is none. */
export function readCollection(name: string): Collection | undefined {
  const data = process.env.CORRIDOR_TEST_DATA;
  const folder = data && join(data, "search", name);
  if (!folder || !existsSync(folder)) return undefined;
  const lines = (file: string): string[] =>
    readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean);
  const grades = new Map<string, Map<string, number>>();
  for (const line of lines("qrels.tsv")) {
    const [question = "", document = "", grade] = line.split("\t");
    grades.set(question, (grades.get(question) ?? new Map()).set(document, Number(grade)));
  }
  const questions = lines("queries.jsonl").flatMap((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    const judged = grades.get(id);
    return judged ? [{ q: text, grades: judged }] : [];
  });
  const documents = lines("docs.jsonl").map((line) => JSON.parse(line) as Document);
  return { name, documents, questions };
}
