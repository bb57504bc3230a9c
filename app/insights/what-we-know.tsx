import { Link } from "@remix-run/react";
import type { JSX } from "react";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Section } from "../ui/page.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { AskedQuestion } from "./list-questions-to-ask.server.ts";
import { QuestionItem } from "./question-item.tsx";
import type { SummarySentence } from "./summary.ts";
import { Sentence } from "./summary-sentence.tsx";

type StandingSummaryProps = {
  slug: string;
  sentences: readonly SummarySentence[];
  today: string;
  mayKeep: boolean;
};

/** The standing summary on a department's page; nothing for those who can neither read one nor write it. */
export function StandingSummary({
  slug,
  sentences,
  today,
  mayKeep,
}: StandingSummaryProps): JSX.Element | null {
  if (sentences.length === 0 && !mayKeep) return null;
  return (
    <Section
      title="Standing summary"
      actions={
        mayKeep && (
          <Link to={`/departments/${slug}/summary`} className="link">
            Change the summary
          </Link>
        )
      }
    >
      {sentences.length === 0 ? (
        <EmptyState title="No summary yet">
          Three to six sentences in your words, each with the insights it stands on.
        </EmptyState>
      ) : (
        <div className="grid gap-3">
          {sentences.map((sentence) => (
            <Sentence key={sentence.id} sentence={sentence} today={today} />
          ))}
        </div>
      )}
    </Section>
  );
}

/** What to ask next time on a department's page: the open ones, and the way to add another. */
export function ToAskNextTime({
  slug,
  questions,
}: {
  slug: string;
  questions: readonly AskedQuestion[];
}): JSX.Element {
  const open = questions.filter(({ answers }) => answers.length === 0);
  const address = `/departments/${slug}/questions`;
  return (
    <Section
      title="To ask next time"
      actions={
        <Link to={address} className="link">
          {questions.length > open.length ? "All, and add one" : "Add one"}
        </Link>
      }
    >
      {open.length === 0 ? (
        <p className="text-soft">Nothing is waiting to be asked.</p>
      ) : (
        <ul className="grid gap-3">
          {open.slice(0, 6).map((question) => (
            <li key={question.id} className="row">
              <QuestionItem question={question} />
              <ButtonLink to={`${address}/${question.id}`} variant="secondary" size="small">
                Post the answer <VisuallyHidden>to {question.question}</VisuallyHidden>
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
