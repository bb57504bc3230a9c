import { useLocation } from "@remix-run/react";
import type { JSX } from "react";
import { useEffect, useState } from "react";
import { LiveRegion } from "./live-region.tsx";

/** Outside the component, because pages may each bring a shell of their own. */
let lastPath: string | undefined;

/** Once in the root. After a move to another page: the focus goes to its heading, and its title is read out. */
export function PageFocus(): JSX.Element {
  const { pathname, hash } = useLocation();
  const [title, setTitle] = useState("");
  useEffect(() => {
    const moved = lastPath !== undefined && lastPath !== pathname;
    lastPath = pathname;
    if (!moved) return;
    setTitle(document.title);
    const main = document.querySelector("main");
    if (hash || !main || main.contains(document.activeElement)) return;
    const heading = main.querySelector<HTMLElement>("h1[tabindex]") ?? main;
    heading.focus({ preventScroll: true });
  }, [pathname, hash]);
  return <LiveRegion>{title}</LiveRegion>;
}
