import { useLocation } from "@remix-run/react";
import { type JSX, useEffect, useState } from "react";
import { isSignBegun } from "../ui/sign-begun.ts";

type Shown = { part: typeof import("./sign-picker.tsx"); box: HTMLInputElement };

const boxes = "header [role=search] [name=q], dialog [name=q]";

/**
 * In the search box of every page, and in the palette, what a sign such as `in:` can be followed by; fetched with the
 * first sign somebody writes. The page of results sees to its own box.
 */
export function SignsAnywhere(): JSX.Element | null {
  const [shown, setShown] = useState<Shown>();
  const isOwn = useLocation().pathname === "/search";
  useEffect(() => {
    const write = async ({ target: box }: Event) => {
      if (!(box instanceof HTMLInputElement) || !box.matches(boxes) || !isSignBegun(box.value)) return;
      const part = await import("./sign-picker.tsx").catch(() => undefined);
      if (part) setShown((before) => (before?.box === box ? before : { part, box }));
    };
    document.addEventListener("input", write);
    return () => document.removeEventListener("input", write);
  }, []);
  if (!shown || (isOwn && !shown.box.closest("dialog"))) return null;
  return <shown.part.SignPicker box={shown.box} />;
}
