import { type Candidate, candidateOf, type RankedDocument } from "./candidate.ts";

const mostKept = 8_000;
const kept = new Map<string, Candidate>();

const mostAlike = 10_000;
const alike = new Map<string, string>();

/** The document of that insight in that version, when it has been seen before: a version never changes. */
export function knownDocument(id: string, wanted: number): Candidate | undefined {
  const found = kept.get(id);
  return found?.wanted === wanted ? found : undefined;
}

/** Keeps documents the engine has given, made ready for ranking; those kept longest go first. */
export function keepDocument(document: RankedDocument): Candidate {
  const candidate = withSharedNames(candidateOf(document));
  kept.delete(document.id);
  kept.set(document.id, candidate);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return candidate;
}

/** Read from JSON, a name is another text in each document: a quarter of what thousands of them take. */
function withSharedNames(candidate: Candidate): Candidate {
  const { departmentWords, tagWords, departments, tags } = candidate;
  return {
    ...candidate,
    departmentWords: departmentWords.map(shared),
    tagWords: tagWords.map(shared),
    departments: departments.map(shared),
    tags: tags.map(shared),
    authorName: shared(candidate.authorName),
    channelName: shared(candidate.channelName),
    monthHeard: shared(candidate.monthHeard),
    channel: shared(candidate.channel),
    team: shared(candidate.team),
  };
}

function shared(text: string): string {
  const known = alike.get(text);
  if (known !== undefined) return known;
  if (alike.size >= mostAlike) alike.clear();
  alike.set(text, text);
  return text;
}
