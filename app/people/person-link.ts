/** What a single-use link is for. */
export const linkKinds = ["invitation", "password-reset"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** How long each can be used. */
export const linkHours: Record<LinkKind, number> = { invitation: 72, "password-reset": 2 };

/** Where a link leads on this site. */
export function linkPath(token: string): string {
  return `/links/${token}`;
}
