import type { InsightCardData } from "../insights/insight-card-data.ts";
import { type KeptIssue, publishedAdditions } from "./edited-issue.ts";
import type { IssueNews } from "./issue-news.ts";
import type { MinuteLine } from "./minute.ts";

/** What stands before an issue's insights: what the editor says and picked, and what the rules found. */
export type IssueFront = Pick<IssueNews, "rising" | "several"> & {
  lead: string;
  minute: readonly MinuteLine[];
  picks: readonly { card: InsightCardData; sentence: string }[];
};

type Parts = {
  news: IssueNews;
  kept: KeptIssue | null;
  cards: readonly InsightCardData[];
  asEditor?: boolean;
};

function isChanged(line: MinuteLine & { changed?: boolean }): boolean {
  return line.changed ?? false;
}

/**
 * The front of an issue whose cards are these. A line or a pick stands only while everything it was made of is in the
 * issue for all staff, a line only while that says what it said when the line was written. `asEditor`: with what the editor has not published yet.
 */
export function issueFront({ news, kept, cards, asEditor = false }: Parts): IssueFront {
  const { lead, minute, picks } = asEditor && kept ? kept : publishedAdditions(kept);
  const forAll = new Map(
    cards.filter(({ visibility }) => visibility === "staff").map((card) => [card.id, card]),
  );
  const stands = (id: string) => forAll.has(id) || news.ids.has(id);
  return {
    lead,
    minute: (minute ?? news.minute).filter((line) => !isChanged(line) && line.sources.every(stands)),
    picks: picks.flatMap(({ insightId, sentence }) => {
      const card = forAll.get(insightId);
      return card ? [{ card, sentence }] : [];
    }),
    rising: news.rising,
    several: news.several,
  };
}
