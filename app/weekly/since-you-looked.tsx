import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { useEffect } from "react";
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

type SinceYouLookedProps = {
  address: string;
  readUpTo?: number;
  latest: number;
  fresh: readonly { id: string }[];
};

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

  const [first] = fresh;
  return (
    <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm empty:hidden print:hidden">
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
async function noteRead(address: string, latest: number): Promise<void> {
  const body = new URLSearchParams({ upTo: String(latest) });
  await fetch(`${address}.data`, { method: "POST", body }).catch(() => undefined);
}
