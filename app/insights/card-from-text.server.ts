import { keepRecent } from "../ui/keep-recent.ts";
import { unchanging } from "../ui/unchanging.server.ts";
import type { InsightCardData } from "./insight-card-data.ts";

const lately = keepRecent<InsightCardData>({ most: 600 });

/**
 * A card as PostgreSQL writes it down. The same text is the same card, read once and frozen: what is drawn of it is found
 * by the card itself (`keptMarkup`), without a word of it being looked at.
 */
export function cardFromText(text: string): InsightCardData {
  return lately.get(text, () => unchanging(read(text)));
}

type Written = Omit<InsightCardData, "postedAt" | "editedAt"> & { postedAt: string; editedAt: string | null };

function read(text: string): InsightCardData {
  const { postedAt, editedAt, ...card }: Written = JSON.parse(text);
  return { ...card, postedAt: new Date(postedAt), editedAt: editedAt === null ? null : new Date(editedAt) };
}
