import type { InsightCardData } from "./insight-card-data.ts";

/** An insight as the API gives it: what a card shows, with the text as it was typed. */
export type InsightResource = {
  id: string;
  url: string;
  body: string;
  kind: string;
  basis: string;
  visibility: string;
  heardOn: string;
  postedAt: Date;
  editedAt: Date | null;
  channel: string;
  departments: { slug: string; name: string }[];
  tags: string[];
  author: { handle: string; name: string };
  team: { slug: string; name: string };
  supersededBy: string | null;
};

/** A card and its text as a resource; `origin` makes its address whole. */
export function insightResource(
  card: InsightCardData,
  { body, origin }: { body: string; origin: string },
): InsightResource {
  const { id, kind, basis, visibility, heardOn, postedAt, editedAt, tags, team } = card;
  return {
    id,
    url: `${origin}/insights/${id}`,
    body,
    kind,
    basis,
    visibility,
    heardOn,
    postedAt,
    editedAt,
    channel: card.channel.slug,
    departments: card.departments.map(({ slug, name }) => ({ slug, name })),
    tags,
    author: { handle: card.author.handle, name: card.author.name },
    team: { slug: team.slug, name: team.name },
    supersededBy: card.supersededById,
  };
}
