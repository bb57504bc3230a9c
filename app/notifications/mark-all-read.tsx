import { useFetcher } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { LiveRegion } from "../ui/live-region.tsx";

/** Marks everything as read that was there when the page was made; the focus goes to the heading, as the button goes. */
export function MarkAllRead({ unread, upTo }: { unread: number; upTo: number }): JSX.Element {
  const fetcher = useFetcher();
  const pending = fetcher.state !== "idle";
  return (
    <>
      {unread > 0 && (
        <fetcher.Form method="post" onSubmit={() => document.querySelector<HTMLElement>("main h1")?.focus()}>
          <input type="hidden" name="intent" value="read-all" />
          <input type="hidden" name="upTo" value={upTo} />
          <Button variant="secondary" pending={pending} pendingLabel="Marking…">
            Mark all as read
          </Button>
        </fetcher.Form>
      )}
      <LiveRegion>{pending ? "All are marked as read" : ""}</LiveRegion>
    </>
  );
}
