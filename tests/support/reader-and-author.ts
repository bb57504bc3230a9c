import { beforeEach } from "vitest";
import type { Person } from "#app/people/person.ts";
import { type ADepartment, aDepartment, anInsight, aPerson } from "./factories.ts";

export let reader: Person;
export let author: Person;
export let department: ADepartment;

/** New for each test: two colleagues who know nothing of each other, and a department. Call it once at the top of the file. */
export function useReaderAndAuthor(): void {
  beforeEach(async () => {
    [reader, author] = [await aPerson(), await aPerson()];
    department = await aDepartment();
  });
}

/** What the author posts of the department. */
export function byAuthor(given: Parameters<typeof anInsight>[0] = {}): ReturnType<typeof anInsight> {
  return anInsight({ person: author, departments: [department], ...given });
}
