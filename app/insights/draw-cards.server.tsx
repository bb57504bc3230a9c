import type { AppLoadContext } from "@remix-run/server-runtime";
import type { JSX } from "react";
import { type Day, dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { drawPiece, givePiece } from "../ui/draw-piece.server.tsx";
import { KeptEach } from "../ui/kept-each.server.tsx";
import type { ServerPiece } from "../ui/server-markup.tsx";
import { InsightCard } from "./insight-card.tsx";
import type { InsightCardData } from "./insight-card-data.ts";
import type { JustPostedCard } from "./use-posting-turn.ts";

type Cards = {
  cards: readonly InsightCardData[];
  today: Day;
  /** Which are marked as new. */
  isNew?: (card: InsightCardData) => boolean;
};

/** Cards one under the other, with a rule between them. The server alone draws them: `CardsInPlace` shows them. */
export function DrawnCards({ cards, today, isNew }: Cards): JSX.Element {
  const each = cards.map((card) => ({ insight: card, fresh: isNew?.(card) ?? false, today }));
  return <KeptEach of={InsightCard} each={each} className="divide-y divide-line" />;
}

/** The same as bytes. */
export function drawCards({ cards, today }: Pick<Cards, "cards" | "today">): Buffer {
  return drawPiece(<DrawnCards cards={cards} today={today} />);
}

type Given = { cards: readonly InsightCardData[]; name?: string };

/** The same as a piece of the page that is being made. */
export async function giveCards(
  context: AppLoadContext,
  { cards, name = "cards" }: Given,
): Promise<ServerPiece> {
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  return givePiece(context, { name, markup: drawCards({ cards, today }) });
}

type Posted = { insight: InsightCardData; context: AppLoadContext; today: Day };

/** What was posted a moment ago, to be shown once more where it was posted. */
export function drawPosted({ insight, context, today }: Posted): JustPostedCard {
  const markup = drawPiece(<InsightCard insight={insight} today={today} again />);
  const card = givePiece(context, { name: "just-posted-card", markup });
  return { id: insight.id, visibility: insight.visibility, card };
}
