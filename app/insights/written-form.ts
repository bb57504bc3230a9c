import { useEffect, useState } from "react";
import { type Visibility, visibilities } from "./insight.ts";

/** What stands in the posting form once typing has paused. */
export type Written = {
  body: string;
  departments: string[];
  channel: string;
  heardOn: string;
  visibility: Visibility;
};

const pauseMilliseconds = 300;

/** The field one writes in, as a form on a page has one. */
export function bodyField(): HTMLTextAreaElement | undefined {
  const field = document.getElementById("body");
  return field instanceof HTMLTextAreaElement ? field : undefined;
}

/** Follows what is written in the form, a moment after each key and whenever a field is left. */
export function useWritten(): Written | undefined {
  const [written, setWritten] = useState<Written>();
  useEffect(() => {
    const form = bodyField()?.form;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    const settle = () => {
      const now = readWritten(form);
      setWritten((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(settle, pauseMilliseconds);
    };
    const leave = new AbortController();
    for (const moves of ["input", "change", "focusout"]) {
      form.addEventListener(moves, later, { signal: leave.signal });
    }
    later();
    return () => {
      clearTimeout(timer);
      leave.abort();
    };
  }, []);
  return written;
}

function readWritten(form: HTMLFormElement): Written {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return {
    body: text("body"),
    departments: data.getAll("departments").map(String).filter(Boolean),
    channel: text("channel"),
    heardOn: text("heardOn"),
    visibility: visibilities.find((known) => known === text("visibility")) ?? "staff",
  };
}
