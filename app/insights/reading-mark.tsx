import type { JSX } from "react";
import { useEffect } from "react";
import { Button } from "../ui/button.tsx";
import { talkAddress } from "./talk.ts";

/** Long enough on the page to have read it. */
const readMilliseconds = 2_000;

/** Notes that the reader has read this insight: by itself after a moment on its page, by a button without script. */
export function ReadingMark({ id }: { id: string }): JSX.Element {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") noteRead(id);
    }, readMilliseconds);
    return () => clearTimeout(timer);
  }, [id]);
  return (
    <form method="post" action={`/insights/${id}`} className="scripted:hidden print:hidden">
      <input type="hidden" name="intent" value="read" />
      <Button variant="quiet" size="small" className="-ml-2.5">
        I have read this
      </Button>
    </form>
  );
}

/** Nothing waits for it, and whoever leaves before it is there has read it all the same. */
function noteRead(id: string): void {
  navigator.sendBeacon(talkAddress(id), new URLSearchParams({ intent: "read" }));
}
