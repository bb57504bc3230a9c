import type { AppLoadContext } from "@remix-run/server-runtime";
import { giveCards } from "#app/insights/draw-cards.server.tsx";
import { findNewInsights } from "./find-new-insights.server.ts";
import type { ShownNew } from "./new-since.tsx";

type Asked = Parameters<typeof findNewInsights>[0] & { context: AppLoadContext };

/** What is new in a saved search, as a piece of the page that is being made. */
export async function showNew({ context, ...asked }: Asked): Promise<ShownNew> {
  const { cards, fresh } = await findNewInsights(asked);
  return {
    fresh,
    ids: cards.map(({ id }) => id),
    cards: await giveCards(context, { cards, name: "new-cards" }),
  };
}
