import {
  bases,
  basisNames,
  insightKindNames,
  insightKinds,
  visibilities,
  visibilityNames,
} from "../insights/insight.ts";

/** Text as two spellings of one name are compared: no case, accents, signs or runs of space. */
export function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Words<Value extends string> = ReadonlyMap<string, Value>;

function words<Value extends string>(
  values: readonly Value[],
  names: Record<Value, string>,
  others: Record<string, Value>,
): Words<Value> {
  const all = new Map<string, Value>();
  for (const [other, value] of Object.entries(others)) all.set(comparable(other), value);
  for (const value of values) {
    all.set(comparable(value), value);
    all.set(comparable(names[value]), value);
    all.set(comparable(names[value].split(":")[0] ?? ""), value);
  }
  return all;
}

export const kindWords = words(insightKinds, insightKindNames, {
  victory: "win",
  success: "win",
  question: "question",
  complaint: "problem",
  issue: "problem",
  note: "observation",
  comment: "feedback",
  compliment: "feedback",
  "new starter": "new-person",
});

export const basisWords = words(bases, basisNames, { hearsay: "reported", view: "opinion", seen: "fact" });

export const visibilityWords = words(visibilities, visibilityNames, {
  all: "staff",
  everyone: "staff",
  public: "staff",
  team: "team",
  private: "me",
  confidential: "me",
});
