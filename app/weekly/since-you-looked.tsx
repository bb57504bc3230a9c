import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { useEffect, useRef } from "react";
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import type { IssueReading } from "./weekly-issue-data.ts";

type SinceYouLookedProps = IssueReading & { address: string };

/** Long enough on the page to have looked at it. */
const lookMilliseconds = 4_000;

/**
 * What is new since this reader last looked, and the note that they have: made by itself after some seconds on the
 * page, by a button where there is no script.
 */
export function SinceYouLooked({
  address,
  readUpTo,
  latest,
  fresh,
}: SinceYouLookedProps): JSX.Element | null {
  const hydrated = useHydrated();
  const isUnread = latest > (readUpTo ?? 0);
  useEffect(() => {
    if (!isUnread) return;
    const look = setTimeout(() => {
      if (document.visibilityState === "visible") void noteRead(address, latest);
    }, lookMilliseconds);
    return () => clearTimeout(look);
  }, [isUnread, latest, address]);

  const place = useRef<string>();
  useEffect(() => {
    // The card about a third down the screen: where one reads.
    const watch = new IntersectionObserver(
      (cards) => {
        place.current = cards.find(({ isIntersecting }) => isIntersecting)?.target.id ?? place.current;
      },
      { rootMargin: "-25% 0px -65%" },
    );
    for (const card of document.querySelectorAll("main section article[id]")) watch.observe(card);
    const leave = () => {
      if (place.current) void noteRead(address, readUpTo ?? 0, place.current);
      place.current = undefined;
    };
    window.addEventListener("pagehide", leave);
    return () => {
      watch.disconnect();
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [address, readUpTo]);

  const [first] = fresh;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm empty:hidden print:hidden">
      {first && (
        <p>
          <a href={`#${first.id}`} className="link">
            {fresh.length} new since you last looked
          </a>
        </p>
      )}
      {!hydrated && isUnread && (
        <Form method="post" action={address} className="scripted:hidden">
          <input type="hidden" name="upTo" value={latest} />
          <Button variant="quiet" size="small">
            I have read this
          </Button>
        </Form>
      )}
    </div>
  );
}

/** Not by a fetcher: one that finds no connection puts an error in the page's place, and what is being written goes. */
async function noteRead(address: string, upTo: number, at?: string): Promise<void> {
  const body = new URLSearchParams({ upTo: String(upTo), ...(at && { at }) });
  await fetch(`${address}.data`, { method: "POST", body, keepalive: true }).catch(() => undefined);
}
