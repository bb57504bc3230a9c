import type { InsightCardData } from "../insights/insight-card-data.ts";
import type { Followable } from "../people/follow.ts";

/** What of an insight says whom it concerns. */
export type CardAbout = Pick<InsightCardData, "id" | "seq" | "departments" | "tags" | "team">;

/** What of an issue concerns one reader. */
export type ForYou = {
  /** What they look after or follow and something was heard of, each with how often and the first of it. */
  heard: readonly { name: string; count: number; first: string; why: "yours" | "followed" }[];
  /** The insight at which they stopped reading. */
  stoppedAt?: string;
};

type Reader = {
  own: readonly { slug: string; name: string }[];
  followed: readonly Followable[];
  stoppedAt?: string;
};

/** What a reader looks after and follows, where the week has something of it; their place, as long as it is there. */
export function forYou(about: readonly CardAbout[], { own, followed, stoppedAt }: Reader): ForYou {
  const yours = own.map(({ slug, name }) => ({
    kind: "department" as const,
    slug,
    name,
    why: "yours" as const,
  }));
  const others = followed
    .filter(({ kind, slug }) => kind !== "department" || !own.some((one) => one.slug === slug))
    .map((thing) => ({ ...thing, why: "followed" as const }));
  const heard = [...yours, ...others].flatMap(({ name, why, ...thing }) => {
    const [first, ...more] = about.filter((card) => isAbout(card, thing));
    return first ? [{ name, count: 1 + more.length, first: first.id, why }] : [];
  });
  return { heard, stoppedAt: about.some(({ id }) => id === stoppedAt) ? stoppedAt : undefined };
}

/** Whether an insight is about a department, has a tag, or came from a team. */
export function isAbout(card: CardAbout, { kind, slug }: Pick<Followable, "kind" | "slug">): boolean {
  if (kind === "department") return card.departments.some((one) => one.slug === slug);
  return kind === "tag" ? card.tags.includes(slug) : card.team.slug === slug;
}
