import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { DepartmentGroup } from "./weekly-issue-data.ts";

/** Cards under the first department each names, departments by name, each card once. */
export function groupByDepartment(cards: readonly InsightCardData[]): DepartmentGroup[] {
  const groups = new Map<string, DepartmentGroup>();
  for (const card of cards) {
    const [first] = card.departments;
    if (!first) continue;
    const group = groups.get(first.slug) ?? { slug: first.slug, name: first.name, cards: [] };
    group.cards.push(card);
    groups.set(first.slug, group);
  }
  return [...groups.values()].sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}
