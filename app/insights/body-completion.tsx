import { type JSX, useMemo } from "react";
import { TextCompletionOf } from "../ui/text-completion-of.tsx";
import type { FormChoices } from "./insight-fields.tsx";
import { completesAt, textCompletions } from "./text-completions.ts";

/** Tags and colleagues, finished while they are written into what was heard. */
export function BodyCompletion({ choices }: { choices: FormChoices }): JSX.Element {
  const completions = useMemo(() => textCompletions(choices), [choices]);
  return <TextCompletionOf field="body" completions={completions} completesAt={completesAt} />;
}
