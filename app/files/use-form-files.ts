import { type RefObject, useEffect, useRef, useState } from "react";
import type { Item } from "./use-uploads.ts";

type FormFiles = { place: RefObject<HTMLElement>; busy: boolean; add: (files: readonly File[]) => void };

/**
 * Takes files pasted into or dragged onto the form around `place`, and holds its posting back while some are on their
 * way. Tells whether a drag is over it, and whether it waits to be posted.
 */
export function useFormFiles({ place, busy, add }: FormFiles): { over: boolean; waiting: boolean } {
  const [over, setOver] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const now = useRef({ busy, add });
  now.current = { busy, add };

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const leave = new AbortController();
    const { signal } = leave;
    const carriesFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") ?? false;
    form.addEventListener(
      "paste",
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        // A word processor puts a picture of the words beside them: the words are meant.
        if (files.length === 0 || event.clipboardData?.types.includes("text/plain")) return;
        event.preventDefault();
        now.current.add(files);
      },
      { signal },
    );
    form.addEventListener(
      "dragover",
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      { signal },
    );
    form.addEventListener(
      "dragleave",
      ({ relatedTarget }) => {
        if (!form.contains(relatedTarget as Node | null)) setOver(false);
      },
      { signal },
    );
    form.addEventListener(
      "drop",
      (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        now.current.add([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    form.addEventListener(
      "submit",
      (event) => {
        if (!now.current.busy) return;
        event.preventDefault();
        event.stopPropagation();
        setWaiting(true);
      },
      { signal },
    );
    return () => leave.abort();
  }, [place]);

  useEffect(() => {
    if (!waiting || busy) return;
    setWaiting(false);
    place.current?.closest("form")?.requestSubmit();
  }, [waiting, busy, place]);
  return { over, waiting };
}

/** Tells whatever keeps the form's words that its files are others now, as typing in it would. */
export function useToldForm(place: RefObject<HTMLElement>, items: readonly Item[]): void {
  const held = items.flatMap(({ file, removed }) => (file && !removed ? file.id : [])).join(" ");
  const told = useRef(held);
  useEffect(() => {
    if (told.current === held) return;
    told.current = held;
    place.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [held, place]);
}
