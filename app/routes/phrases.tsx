import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { listDepartments } from "../departments/list-departments.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { listPhrases } from "../reports/list-phrases.server.ts";
import {
  benefitNames,
  benefits,
  type PhraseKind,
  type PhraseProblems,
  phraseKinds,
  type SentPhrase,
} from "../reports/phrase.ts";
import { phraseByIntent } from "../reports/phrase-by-intent.server.ts";
import { PhraseForm } from "../reports/phrase-form.tsx";
import { PhraseList } from "../reports/phrase-list.tsx";
import { canKeepPhrases } from "../reports/phrase-policy.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "Phrases and objections · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const mayKeep = canKeepPhrases(person);
  const [phrases, departments] = await Promise.all([listPhrases(), mayKeep ? listDepartments() : []]);
  return {
    phrases,
    mayKeep,
    departments: departments.filter(({ closed }) => !closed).map(({ slug, name }) => ({ slug, name })),
    freshIds: Object.fromEntries(phrases.map(({ id }) => [id, newIdempotencyKey()])),
    freshId: newIdempotencyKey(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepPhrases(person)) return forbidden();
    const form = await readForm(request);
    const turned = await phraseByIntent({ person, one: (name) => field(form, name) ?? "" });
    if (turned.outcome === "refused") return data({ refused: turned }, { status: 400 });
    if (turned.outcome === "changed-meanwhile") return data({ changed: true }, { status: 409 });
    if (turned.outcome === "not-there") return notFound();
    if (turned.outcome === "unknown") return badRequest("The form asked for what there is not.");
    return redirect("/reports/phrases");
  });
}

type Refused = { id: string; problems: PhraseProblems; sent: SentPhrase };

const empty: Record<PhraseKind, SentPhrase> = {
  phrase: { kind: "phrase", benefit: "saves-time", text: "", answer: "" },
  objection: { kind: "objection", benefit: "", text: "", answer: "" },
};
const addWords: Record<PhraseKind, string> = { phrase: "Add a phrase", objection: "Add an objection" };

export default function Phrases(): JSX.Element {
  const { phrases, mayKeep, departments, freshIds, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as ({ refused?: Refused; changed?: true } & Undone) | undefined;
  const refused = answer?.refused;
  const added = refused && !phrases.some(({ id }) => id === refused.id) ? refused : undefined;
  const listed = { mayKeep, departments, freshIds, refused };
  const idOf = (name: string) => (added ? `new-${added.sent.kind}-${name}` : `${refused?.id}-${name}`);
  return (
    <Column>
      <PageHeader
        title="Phrases and objections"
        lead="Words that have opened doors, and what to answer to the words one hears at them. A briefing shows those that worked elsewhere."
      />
      <NotDone answer={answer} />
      {answer?.changed && (
        <div className="mb-6">
          <Notice tone="warn" title="Somebody has changed it meanwhile">
            What they wrote stands beneath. Change that, if it is still wanted.
          </Notice>
        </div>
      )}
      <div className="mb-6 empty:hidden">
        <ErrorSummary
          errors={Object.entries(refused?.problems ?? {}).map(([name, message]) => ({
            id: idOf(name),
            message,
          }))}
          reassurance="Nothing you typed is lost."
        />
      </div>
      {benefits.map((benefit) => {
        const of = phrases.filter((phrase) => phrase.kind === "phrase" && phrase.benefit === benefit);
        if (of.length === 0) return null;
        return (
          <Section key={benefit} title={benefitNames[benefit]}>
            <PhraseList phrases={of} {...listed} />
          </Section>
        );
      })}
      <Section title="Objections, and answers that worked">
        {phrases.length === 0 && (
          <EmptyState title="Nothing yet">
            Phrases stand here by what they say the library is good for, objections with what to answer.
          </EmptyState>
        )}
        <PhraseList phrases={phrases.filter(({ kind }) => kind === "objection")} {...listed} />
      </Section>
      {mayKeep && (
        <Section title="A new one">
          <div className="grid gap-3">
            {phraseKinds.map((kind) => {
              const wrong = added?.sent.kind === kind ? added : undefined;
              return (
                <Disclosure key={kind} summary={addWords[kind]} open={wrong !== undefined}>
                  <PhraseForm
                    key={freshId}
                    id={`new-${kind}`}
                    kind={kind}
                    hidden={{ intent: "add", id: wrong?.id ?? freshId }}
                    values={wrong?.sent ?? empty[kind]}
                    problems={wrong?.problems}
                    submitLabel={addWords[kind]}
                  />
                </Disclosure>
              );
            })}
          </div>
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
