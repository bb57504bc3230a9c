import { useEffect, useState } from "react";
import { latestOnly } from "../ui/latest-only.ts";
import { hasWordsEnough, type SimilarInsight, similarLimits } from "./similar-insight.ts";
import type { Written } from "./written-form.ts";

/** What colleagues noted that resembles what is written; one question at a time, and nothing when it fails. */
export function useSimilar(written: Written | undefined): SimilarInsight[] {
  const [found, setFound] = useState<SimilarInsight[]>([]);
  const [asking] = useState(() => latestOnly(askSimilar));
  useEffect(() => () => asking.forget(), [asking]);
  const body = written?.body ?? "";
  const departments = written?.departments.join(" ") ?? "";
  useEffect(() => {
    if (!hasWordsEnough(body)) {
      asking.forget();
      setFound([]);
      return;
    }
    asking.ask({ body, departments }).then((answer) => answer && setFound(answer));
  }, [asking, body, departments]);
  return found;
}

async function askSimilar(
  { body, departments }: { body: string; departments: string },
  signal: AbortSignal,
): Promise<SimilarInsight[]> {
  const asked = new URLSearchParams({ body: body.slice(0, similarLimits.characters) });
  for (const slug of departments.split(" ").filter(Boolean)) asked.append("departments", slug);
  try {
    const answer = await fetch("/insights/similar", {
      method: "POST",
      body: asked,
      signal,
      redirect: "error",
    });
    return answer.ok ? await answer.json() : [];
  } catch {
    return [];
  }
}
