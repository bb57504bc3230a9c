import type { Counts, ImportView } from "./import.ts";

const number = (count: number) => count.toLocaleString("en-GB");

/** Where an import stands, in a few words. */
export function stateInWords({
  state,
  posted,
  withdrawn,
}: Pick<ImportView, "state" | "posted" | "withdrawn">): string {
  switch (state) {
    case "mapping":
      return "waits for its columns";
    case "checking":
      return "is being read";
    case "checked":
      return "is checked, not brought in";
    case "importing":
      return `is being brought in, ${number(posted)} so far`;
    case "stopped":
      return `stopped at ${number(posted)}`;
    case "finished":
      return `${number(posted)} brought in`;
    case "undoing":
      return "is being taken back";
    case "undone":
      return `taken back, ${number(withdrawn)} withdrawn`;
    case "failed":
      return "could not go on";
  }
}

/** “480 would be posted, 5 are here already, 15 are refused”. */
export function countsInWords({ posted, alreadyThere, refused }: Counts, tense: "would" | "was"): string {
  const parts = [`${number(posted)} ${tense === "would" ? "would be brought in" : "brought in"}`];
  if (alreadyThere > 0)
    parts.push(`${number(alreadyThere)} ${alreadyThere === 1 ? "is" : "are"} here already`);
  parts.push(refused === 0 ? "none refused" : `${number(refused)} refused`);
  return parts.join(", ");
}
