import { type Candidate, candidateOf, type RankedDocument } from "./candidate.ts";

const mostKept = 8_000;
const kept = new Map<string, Candidate>();

/** The document of that insight in that version, when it has been seen before: a version never changes. */
export function knownDocument(id: string, wanted: number): Candidate | undefined {
  const found = kept.get(id);
  return found?.wanted === wanted ? found : undefined;
}

/** Keeps documents the engine has given, made ready for ranking; those kept longest go first. */
export function keepDocument(document: RankedDocument): Candidate {
  const candidate = candidateOf(document);
  kept.delete(document.id);
  kept.set(document.id, candidate);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return candidate;
}
