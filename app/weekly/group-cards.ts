import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { CardGroup, Grouping } from "./weekly-issue-data.ts";

type Name = { key: string; title: string };

const noTheme: Name = { key: "none", title: "Without a theme" };

/** Under what a card stands: the first department or tag it names, or the team it was posted from. */
const groupOf: Record<Grouping, (card: InsightCardData) => Name> = {
  department: ({ departments: [first] }) => ({ key: first?.slug ?? "", title: first?.name ?? "" }),
  theme: ({ tags: [first] }) => (first ? { key: first, title: first } : noTheme),
  team: ({ team }) => ({ key: team.slug, title: team.name }),
};

type Grouped = { by: Grouping; cards: readonly InsightCardData[]; ownKeys?: ReadonlySet<string> };

/** Cards in groups by name, each card once; the reader's own groups stand first, what has no theme last. */
export function groupCards({ by, cards, ownKeys = new Set() }: Grouped): CardGroup[] {
  const groups = new Map<string, CardGroup>();
  for (const card of cards) {
    const { key, title } = groupOf[by](card);
    const group = groups.get(key) ?? { key, title, own: ownKeys.has(key), cards: [] };
    group.cards.push(card);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, "en-GB"));
}

function rank({ key, own }: CardGroup): number {
  if (own) return 0;
  return key === noTheme.key ? 2 : 1;
}
