import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { Button, ButtonLink } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { beginWith, questionsTemplate, writingQuestions } from "./beginnings.ts";
import type { Template } from "./template.ts";

/**
 * Three questions and the library's templates, for those who want them. A press writes one into the text; without
 * script it opens the form with it.
 */
export function HelpWriting({ templates }: { templates: readonly Template[] }): JSX.Element {
  const scripted = useHydrated();
  const say = useOurWords();
  const [what, soWhat, who] = writingQuestions;
  return (
    <div>
      <Disclosure summary="Help me write">
        <div className="grid gap-3 rounded-md bg-sunken p-3">
          <p className="max-w-measure">
            {what} <strong className="font-medium">{soWhat}</strong> {who}{" "}
            {say("A sentence each is plenty; a department is enough, nobody's name is needed.")}
          </p>
          <ul aria-label="Begin with" className="flex flex-wrap gap-2">
            {[questionsTemplate, ...templates].map((template) => (
              <li key={template.slug}>
                {scripted ? (
                  <Button
                    type="button"
                    variant="secondary"
                    size="small"
                    onClick={({ currentTarget }) => {
                      const field = currentTarget.form?.elements.namedItem("body");
                      if (field instanceof HTMLTextAreaElement) beginWith(field, template);
                    }}
                  >
                    {template.name}
                  </Button>
                ) : (
                  <ButtonLink
                    to={`/insights/new?template=${encodeURIComponent(template.slug)}`}
                    variant="secondary"
                    size="small"
                  >
                    {template.name}
                  </ButtonLink>
                )}
              </li>
            ))}
          </ul>
        </div>
      </Disclosure>
    </div>
  );
}
