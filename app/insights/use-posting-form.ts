import { useEffect, useRef, useState } from "react";
import type { FormChoices } from "./insight-fields.tsx";

/** What the posting form offers this person: the answer of `/insights/choices`. */
export type PostingChoices = {
  choices: FormChoices;
  lastChannel?: string;
  postingAs: string;
  writer: string;
};

type WholeForm = PostingChoices & Pick<typeof import("./insight-form.tsx"), "insightFormParts">;

export type PostingForm = {
  whole: WholeForm | undefined;
  failed: boolean;
  /** Begins to fetch it, unless that has begun. */
  fetch(): void;
};

/**
 * The posting form beyond its text, its pickers and what they offer: fetched when somebody is about to want it. Held by
 * the component that asks and not longer, for it offers what one person may read.
 */
export function usePostingForm(writer: string): PostingForm {
  const [whole, setWhole] = useState<WholeForm>();
  const [failed, setFailed] = useState(false);
  const asked = useRef<AbortController>();
  useEffect(() => () => asked.current?.abort(), []);

  function fetch(): void {
    if (asked.current) return;
    const asking = new AbortController();
    asked.current = asking;
    setFailed(false);
    fetchWhole(writer, asking.signal).then(
      (form) => !asking.signal.aborted && setWhole(form),
      () => {
        asked.current = undefined;
        if (!asking.signal.aborted) setFailed(true);
      },
    );
  }
  return { whole, failed, fetch };
}

async function fetchWhole(writer: string, signal: AbortSignal): Promise<WholeForm> {
  const [{ insightFormParts }, choices] = await Promise.all([
    import("./insight-form.tsx"),
    askChoices(writer, signal),
    // Without them the browser's own lists do.
    import("../ui/combobox.lazy.tsx").then(({ loadCombobox }) => loadCombobox()).catch(() => undefined),
  ]);
  return { insightFormParts, ...choices };
}

/** What this device offered the same person last does when there is no connection. */
async function askChoices(writer: string, signal: AbortSignal): Promise<PostingChoices> {
  const answer = await fetch("/insights/choices", { signal, redirect: "error" }).catch(() => undefined);
  const { findChoices, keepChoices } = await import("./look-after-device.ts");
  if (!answer) {
    const kept = await findChoices<PostingChoices>(writer).catch(() => undefined);
    if (kept) return kept;
  }
  if (!answer?.ok) throw new Error(`the form's choices were answered with ${answer?.status ?? "nothing"}`);
  const choices: PostingChoices = await answer.json();
  void keepChoices(choices.writer, choices).catch(() => {});
  return choices;
}
