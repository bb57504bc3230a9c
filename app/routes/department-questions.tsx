import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { type EntriesAnswer, EntryList, EntryNews, NewEntry } from "../departments/entry-list.tsx";
import { canChangeEntry } from "../departments/policy.ts";
import { questionFields } from "../departments/question-to-ask.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { listQuestionsToAsk } from "../insights/list-questions-to-ask.server.ts";
import { QuestionItem } from "../insights/question-item.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, Section } from "../ui/page.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { keepEntries } from "./keep-entries.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `To ask next time · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { removed } = searchParams(request, { one: ["removed"] });
  const department = await requireDepartment(params.slug ?? "", request);
  const { id: departmentId, slug, name } = department;
  const questions = await listQuestionsToAsk({ person, departmentId });
  return {
    department: { slug, name },
    questions: questions.map((question) => ({
      question,
      mayChange: canChangeEntry(person, "question", department, question),
    })),
    removed,
    freshId: newIdempotencyKey(),
  };
}

export function action(args: ActionFunctionArgs) {
  return keepEntries({ ...args, kind: "question", names: questionFields.map(({ name }) => name) });
}

export default function Questions(): JSX.Element {
  const { department, questions, removed, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as EntriesAnswer | undefined;
  const listed = questions.map(({ question, mayChange }) => ({
    id: question.id,
    version: question.version,
    name: question.question,
    body: <QuestionItem question={question} />,
    values: { question: question.question },
    mayChange,
    answered: question.answers.length > 0,
    actions: question.answers.length === 0 && (
      <ButtonLink
        to={`/departments/${department.slug}/questions/${question.id}`}
        variant="secondary"
        size="small"
      >
        Post the answer <VisuallyHidden>to {question.question}</VisuallyHidden>
      </ButtonLink>
    ),
  }));
  const open = listed.filter(({ answered }) => !answered);
  const answered = listed.filter((entry) => entry.answered);
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/questions"
        title="To ask next time"
        lead="What the library would like to know. Anybody may add to it; posting the answer as an insight ticks it off."
      />
      <EntryNews entries={listed} answer={answer} removed={removed} />
      <Section title="Open">
        {open.length === 0 && (
          <EmptyState title="Nothing to ask at the moment">
            Note here what you would ask if you met them tomorrow: whoever does will see it.
          </EmptyState>
        )}
        <EntryList entries={open} fields={questionFields} answer={answer} />
        <NewEntry
          key={freshId}
          freshId={freshId}
          summary="Add a question"
          open={open.length === 0}
          fields={questionFields}
          values={{}}
          entries={listed}
          answer={answer}
        />
      </Section>
      {answered.length > 0 && (
        <Section title="Answered">
          <EntryList entries={answered} fields={questionFields} answer={answer} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
