import type { HeardRow } from "./heard-row.ts";

/** A theme of this week that is not one department's alone. */
export type SeveralPlaces = {
  theme: string;
  /** Departments of different faculties, by name. */
  departments: readonly { slug: string; name: string }[];
  /** How many teams heard it. */
  teams: number;
  insights: readonly HeardRow[];
};

const fewest = { insights: 2, unrelated: 2, teams: 3 } as const;

/**
 * Themes that two or more insights of the week tell of, about departments that are unrelated (of different faculties, or
 * services) or from three teams or more: somebody might bring those together.
 */
export function severalPlaces(week: readonly HeardRow[], most: number): SeveralPlaces[] {
  const byTag = new Map<string, HeardRow[]>();
  for (const row of week) {
    for (const tag of row.tags) byTag.set(tag, [...(byTag.get(tag) ?? []), row]);
  }
  return [...byTag]
    .map(([theme, insights]) => placesOf(theme, insights))
    .filter(({ insights, roots, teams }) => {
      if (insights.length < fewest.insights) return false;
      return roots >= fewest.unrelated || teams >= fewest.teams;
    })
    .sort(
      (a, b) =>
        b.roots - a.roots ||
        b.teams - a.teams ||
        b.insights.length - a.insights.length ||
        a.theme.localeCompare(b.theme, "en-GB"),
    )
    .slice(0, most)
    .map(({ roots, ...place }) => place);
}

/** One insight about two faculties is one place: it was heard in one conversation. Counted is each one's first. */
function placesOf(theme: string, insights: readonly HeardRow[]): SeveralPlaces & { roots: number } {
  const roots = new Set(insights.flatMap(({ departments: [first] }) => first?.root ?? []));
  const departments = new Map(
    insights.flatMap(({ departments: all }) => all.map(({ slug, name }) => [slug, { slug, name }])),
  );
  const teams = new Set(insights.flatMap((insight) => insight.teams)).size;
  return { theme, departments: [...departments.values()], teams, insights, roots: roots.size };
}
