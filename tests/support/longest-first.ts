import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The files that take longest, the longest first, on a calm machine in November 2026. They begin before all others, so
 * that none is left alone at the end with the other workers idle: Vitest would go by a file's size, and some of the
 * longest are the smallest.
 */
export const longest = [
  "journeys/accessible-second-rooms.test.ts",
  "scripts/start.test.ts",
  "journeys/accessible-third-rooms.test.ts",
  "journeys/accessible-first-rooms.test.ts",
  "security/canary.test.ts",
  "security/route-matrix.test.ts",
  "security/get-changes-nothing.test.ts",
  "journeys/talk-about-an-insight.test.ts",
  "journeys/posting-offline.test.ts",
  "imports/killed.test.ts",
  "faults/database-restarted.test.ts",
  "security/hostile-texts.test.ts",
  "faults/several-processes.test.ts",
  "journeys/drafts-are-kept.test.ts",
  "journeys/pictures-and-files.test.ts",
  "journeys/without-a-connection.test.ts",
  "faults/app-killed.test.ts",
  "journeys/capture-undo.test.ts",
  "journeys/correct-an-insight.test.ts",
  "journeys/administering.test.ts",
  "journeys/posting-goes-wrong.test.ts",
  "security/search-walk.test.ts",
  "journeys/search-a-department.test.ts",
  "journeys/guidance.test.ts",
  "faults/everything-lost.test.ts",
  "search/typing.test.ts",
  "http/health.test.ts",
  "db/remove-demo.test.ts",
];

/** The longest files, then the other journeys and faults, then the rest, each as Vitest would sort them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => turnOf(a.moduleId) - turnOf(b.moduleId));
  }
}

function turnOf(path: string): number {
  const known = longest.findIndex((file) => path.endsWith(`/tests/${file}`));
  if (known >= 0) return known;
  return longest.length + (/\/tests\/(journeys|faults)\//.test(path) ? 0 : 1);
}
