/** How many unread ones are counted; beyond that, "99+" says enough. */
const mostCounted = 100;

/** The number on the bell. */
export function unreadNumber(unread: number): string {
  return unread >= mostCounted ? `${mostCounted - 1}+` : String(unread);
}

/** The bell's name, for those who hear it. */
export function bellName(unread: number): string {
  if (unread === 0) return "Notifications";
  return unread >= mostCounted
    ? `Notifications, more than ${mostCounted - 1} unread`
    : `Notifications, ${unread} unread`;
}
