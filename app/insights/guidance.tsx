import { type JSX, useMemo } from "react";
import { createPortal } from "react-dom";
import { privacyNudges } from "../text/privacy-nudge.ts";
import { PrivacyNote } from "./privacy-note.tsx";
import { SimilarInsights, similarInWords } from "./similar-insights.tsx";
import { useSimilar } from "./use-similar.ts";
import { useWritten } from "./written-form.ts";

type GuidanceProps = {
  /** Names that are no person's. */
  known: readonly string[];
  /** A line beneath the text, kept free for a word about what stands further down. */
  strip: HTMLElement | null;
};

/** What the form says of itself while it is filled in: what colleagues noted already, and who is named. */
export function Guidance({ known, strip }: GuidanceProps): JSX.Element | null {
  const written = useWritten();
  const found = useSimilar(written);
  const nudges = useMemo(() => privacyNudges(written?.body ?? "", known), [written?.body, known]);
  if (!written) return null;
  return (
    <div className="grid gap-3">
      <PrivacyNote nudges={nudges} written={written} />
      <SimilarInsights found={found} written={written} />
      {strip &&
        found.length > 0 &&
        createPortal(
          // With the keyboard the way leads from the text to the fields; the list itself is further down on it.
          <button
            type="button"
            tabIndex={-1}
            onClick={() => {
              const list = document.getElementById("similar");
              list?.focus({ preventScroll: true });
              list?.scrollIntoView({ block: "nearest" });
            }}
            className="inline-flex min-h-8 items-center text-sm font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
          >
            {similarInWords(found.length)}
          </button>,
          strip,
        )}
    </div>
  );
}
