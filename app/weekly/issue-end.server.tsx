import type { JSX } from "react";
import { useOurWords } from "../settings/use-our-words.tsx";
import { exactDate } from "../ui/dates.ts";
import type { IssueNews } from "./issue-news.ts";
import { IssueSection } from "./issue-section.server.tsx";

/** What stands after an issue's insights: of whom nothing was heard lately, and the week's numbers. */
export function DrawnEnd({ quiet, numbers }: Pick<IssueNews, "quiet" | "numbers">): JSX.Element {
  const say = useOurWords();
  return (
    <>
      {quiet.length > 0 && (
        <IssueSection
          id="quiet"
          title="Gone quiet"
          lead="Nothing has been heard of these for longer than usual. They may simply be busy: a good moment to say hello."
        >
          <ul className="grid gap-1">
            {quiet.map(({ slug, name, lastHeard }) => (
              <li key={slug}>
                <a href={`/departments/${slug}`} className="card-link font-semibold">
                  {name}
                </a>{" "}
                <span className="text-sm text-soft">last heard {exactDate(lastHeard)}</span>
              </li>
            ))}
          </ul>
        </IssueSection>
      )}
      {numbers && (
        <IssueSection id="numbers" title="The week in numbers">
          <p className="max-w-measure">{say(numbers)}</p>
        </IssueSection>
      )}
    </>
  );
}
