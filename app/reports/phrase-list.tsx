import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { exactDate } from "../ui/dates.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import type { Phrase, PhraseProblems, PhraseUse, SentPhrase } from "./phrase.ts";
import { PhraseForm } from "./phrase-form.tsx";
import { PhraseUseForm } from "./phrase-use-form.tsx";

type PhraseListProps = {
  phrases: readonly Phrase[];
  mayKeep: boolean;
  /** Ids of uses to come, one for each phrase. */
  freshIds: Record<string, string>;
  departments: readonly { slug: string; name: string }[];
  /** Of the one that was refused: its fields as they were typed. */
  refused?: { id: string; problems: PhraseProblems; sent: SentPhrase };
};

/** Phrases or objections with where they worked, each to be changed, and used somewhere new. */
export function PhraseList(props: PhraseListProps): JSX.Element {
  const { phrases, mayKeep, freshIds, departments, refused } = props;
  return (
    <ul className="grid gap-3">
      {phrases.map((phrase) => {
        const { id, kind, benefit, text, answer, version, retired, uses } = phrase;
        const wrong = refused?.id === id ? refused : undefined;
        const values = { kind, benefit: benefit ?? "", text, answer };
        return (
          <li key={id} id={id} className="grid gap-2 rounded-md border border-line bg-surface p-4">
            <p className="max-w-measure font-serif text-lg">
              “{text}” {retired && <Badge>No longer offered</Badge>}
            </p>
            {answer && <p className="max-w-measure">{answer}</p>}
            <Uses uses={uses} mayKeep={mayKeep} />
            {mayKeep && (
              <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
                <Disclosure
                  summary={
                    <span className="text-sm">
                      Used it? <VisuallyHidden>{text}</VisuallyHidden>
                    </span>
                  }
                >
                  <PhraseUseForm phrase={phrase} freshId={freshIds[id] ?? ""} departments={departments} />
                </Disclosure>
                <Disclosure
                  summary={
                    <span className="text-sm">
                      Change <VisuallyHidden>{text}</VisuallyHidden>
                    </span>
                  }
                  open={wrong !== undefined}
                >
                  <PhraseForm
                    key={version}
                    id={id}
                    kind={kind}
                    hidden={{ intent: "change", id, version: String(version) }}
                    values={wrong?.sent ?? values}
                    problems={wrong?.problems}
                    submitLabel="Save changes"
                  />
                </Disclosure>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="id" value={id} />
                  <Button
                    name="intent"
                    value={retired ? "offer" : "retire"}
                    variant="quiet"
                    size="small"
                    className="whitespace-nowrap"
                  >
                    {retired ? "Offer again" : "Offer no longer"} <VisuallyHidden>{text}</VisuallyHidden>
                  </Button>
                </Form>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Uses({ uses, mayKeep }: { uses: readonly PhraseUse[]; mayKeep: boolean }): JSX.Element {
  if (uses.length === 0) return <p className="text-sm text-soft">Not used yet, as far as anybody noted.</p>;
  return (
    <ul className="grid gap-1 text-sm">
      {uses.map(({ id, department, worked, note, usedOn, by }) => (
        <li key={id} className="row">
          <p>
            <span className={worked ? "font-medium text-accent" : "font-medium text-soft"}>
              {worked ? "Worked" : "Did not work"}
            </span>{" "}
            at{" "}
            <Link to={`/departments/${department.slug}`} prefetch="none" className="link">
              {department.name}
            </Link>
            {note && `: ${note}`}{" "}
            <span className="text-soft">
              {by}, {exactDate(usedOn)}
            </span>
          </p>
          {mayKeep && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="withdraw-use" />
              <input type="hidden" name="id" value={id} />
              <Button variant="quiet" size="small">
                Take back <VisuallyHidden>{department.name}</VisuallyHidden>
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
