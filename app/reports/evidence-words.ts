import { changeWords } from "../desk/change-words.ts";
import type { Compared } from "../desk/enquiry-figures.ts";
import { exactDate } from "../ui/dates.ts";
import type { Evidence, TopNeed } from "./evidence.ts";

/** "62 enquiries in the past month, 8 more than in the month before (15%)" */
export function requestWords({ now, change }: Compared, period: "month" | "year"): string {
  const count = now.total === 1 ? "1 enquiry" : `${now.total.toLocaleString("en-GB")} enquiries`;
  return `${count} in the past ${period}, ${changeWords(change, period)}`;
}

/** "heard by 4 people in 3 teams" */
export function strengthWords({ voices, voiceTeams }: Pick<TopNeed, "voices" | "voiceTeams">): string {
  if (voices < 2) return "heard by one of us";
  return `heard by ${voices} people in ${voiceTeams === 1 ? "1 team" : `${voiceTeams} teams`}`;
}

/** A card as plain text, for a mail or a slide. */
export function evidenceText({
  evidence,
  address,
  today,
}: {
  evidence: Evidence;
  address: string;
  today: string;
}): string {
  const { department, figures, quotes, topNeed, offer } = evidence;
  const said = quotes.map(
    ({ text, heard, by, heardOn }) => `“${text}”\n${heard}${by ? ` by ${by}` : ""}, ${exactDate(heardOn)}`,
  );
  return [
    `${department.name} and the library, ${exactDate(today)}`,
    `${requestWords(figures.month, "month")}.\n${requestWords(figures.year, "year")}.`,
    ...said,
    ...(topNeed ? [`Most needed: ${topNeed.text} (${strengthWords(topNeed)})`] : []),
    ...(offer ? [`What the library can do: ${offer}`] : []),
    address,
  ].join("\n\n");
}
