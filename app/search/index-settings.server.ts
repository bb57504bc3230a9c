import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import type { RankedDocument } from "./candidate.ts";
import { mostValues } from "./facet-counts.ts";
import { documentVersion } from "./insight-document.server.ts";

const filterOnly = { facetSearch: false, filter: { equality: true, comparison: false } };
const facet = { facetSearch: true, filter: { equality: true, comparison: false } };
const range = { facetSearch: false, filter: { equality: true, comparison: true } };

/** Where words are looked for, the text itself first. */
const wordAttributes = [
  "body",
  "departmentWords",
  "tagWords",
  "authorName",
  "channelName",
  "monthHeard",
] as const satisfies (keyof RankedDocument)[];

/** All that is read of a document: what it is ranked and shown by. */
export const rankedAttributes = [
  ...wordAttributes,
  ...(["id", "seq", "wanted", "departments", "tags", "channel", "team", "kind"] as const),
  ...(["heardOn", "current", "voices", "voiceTeams"] as const),
] as const satisfies (keyof RankedDocument)[];

/** All of the index's settings: they are applied whole, before its first document. */
export const indexSettings: Settings = {
  searchableAttributes: [...wordAttributes],
  displayedAttributes: [...rankedAttributes],
  filterableAttributes: [
    { attributePatterns: ["id", "visibility", "teamId", "authorId", "people"], features: filterOnly },
    { attributePatterns: ["departments", "tags", "channel", "kind", "team"], features: facet },
    { attributePatterns: ["heardOn", "reviewOn", "current"], features: range },
  ],
  sortableAttributes: ["seq"],
  // `sort` first: without a sort it does nothing, with one "newest" means newest.
  // What has been replaced comes last, however well it matches.
  // What several teams have heard comes before what one has, among hits that match equally well.
  rankingRules: [
    "sort",
    "current:desc",
    "words",
    "typo",
    "proximity",
    "attribute",
    "exactness",
    "voiceTeams:desc",
    "seq:desc",
  ],
  // A slip in a word of four letters is found, and acronyms of three stay themselves: measured on judged collections.
  typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 9 } },
  faceting: { maxValuesPerFacet: mostValues, sortFacetValuesBy: { "*": "count" } },
  // Beyond it nothing is counted, and what a word tells is reckoned from how many have it.
  pagination: { maxTotalHits: 10_000_000 },
  searchCutoffMs: 500,
};

/** Changes whenever the settings or the shape of the documents do: then the index is built anew beside the old. */
export const settingsVersion: string = createHash("sha256")
  .update(JSON.stringify([documentVersion, indexSettings]))
  .digest("hex")
  .slice(0, 12);
