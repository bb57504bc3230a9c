import { useFetcher } from "@remix-run/react";
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
  const fetcher = useFetcher();
  const hydrated = useHydrated();
  const isUnread = latest > (readUpTo ?? 0);
  const { submit } = fetcher;
  useEffect(() => {
    if (!isUnread) return;
    const look = setTimeout(() => {
      if (document.visibilityState === "visible")
        submit({ upTo: latest }, { method: "post", action: address });
    }, lookMilliseconds);
    return () => clearTimeout(look);
  }, [isUnread, latest, address, submit]);

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
        <fetcher.Form method="post" action={address} className="scripted:hidden">
          <input type="hidden" name="upTo" value={latest} />
          <Button variant="quiet" size="small">
            I have read this
          </Button>
        </fetcher.Form>
      )}
    </div>
  );
}
