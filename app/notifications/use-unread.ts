import { useLocation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

const address = "/notifications/unread";
const pollMilliseconds = 60_000;

/** What a page was loaded with, and when: a later answer counts until the next page. */
type Loaded = { unread: number; now: Date };

/**
 * How many are unread: as the page was loaded, and once a minute while somebody looks at it. Opening an insight marks
 * what was told of it as read.
 */
export function useUnread({ unread, now }: Loaded): number {
  const [heard, setHeard] = useState<{ since: Date; unread: number }>();
  const { pathname } = useLocation();
  const askedAt = useRef(0);

  useEffect(() => {
    const leave = new AbortController();
    askedAt.current = Date.now();
    async function ask(insight?: string): Promise<void> {
      askedAt.current = Date.now();
      const body = insight && new URLSearchParams({ insight });
      const init = { method: body ? "POST" : "GET", body: body || undefined, signal: leave.signal };
      const answer = await fetch(address, init).catch(() => undefined);
      // Signed out, or the server is away: the next page says so.
      if (!answer?.ok) return;
      const told: { unread: number } = await answer.json();
      setHeard({ since: now, unread: told.unread });
    }
    function look(): void {
      if (document.visibilityState === "visible" && Date.now() - askedAt.current >= pollMilliseconds) ask();
    }
    const insight = /^\/insights\/([0-9a-f-]{36})$/.exec(pathname)?.[1];
    if (unread > 0 && insight) ask(insight);
    const timer = setInterval(look, pollMilliseconds);
    document.addEventListener("visibilitychange", look, { signal: leave.signal });
    return () => {
      leave.abort();
      clearInterval(timer);
    };
  }, [pathname, unread, now]);

  return heard?.since === now ? heard.unread : unread;
}
