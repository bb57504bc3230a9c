/** What can be followed. */
export const followKinds = ["department", "tag", "team"] as const;
export type FollowKind = (typeof followKinds)[number];

/** Something to follow, by the name its address has: a department's or a team's slug, a tag's name. */
export type Followable = { kind: FollowKind; slug: string; name: string };

export function isFollowKind(text: string | undefined): text is FollowKind {
  return followKinds.some((kind) => kind === text);
}
