import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { InsightForm } from "../insights/insight-form.tsx";
import { listFormChoices } from "../insights/list-form-choices.server.ts";
import { listQuestionsToAsk } from "../insights/list-questions-to-ask.server.ts";
import { Column, PageHeader } from "../ui/page.tsx";
import { postFromForm } from "./post-from-form.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction = () => [{ title: "Post the answer · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const department = await requireDepartment(params.slug ?? "", request);
  const [questions, { choices, lastChannel: channel }] = await Promise.all([
    listQuestionsToAsk({ person, departmentId: department.id }),
    listFormChoices({ person, kept: [department.slug] }),
  ]);
  const asked = questions.find(({ id }) => id === params.question);
  if (!asked) return notFound();
  return {
    question: asked.question,
    back: `/departments/${department.slug}/questions`,
    choices,
    values: { departments: [department.slug], tags: [], channel },
    idempotencyKey: newIdempotencyKey(),
  };
}

/** Posts the insight, and ticks the question off. */
export function action({ request, context, params }: ActionFunctionArgs) {
  return postFromForm({ request, context, askedId: params.question ?? "" });
}

export default function AnswerToAsk(): JSX.Element {
  const { question, back, choices, values, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader title="Post the answer" kicker="To ask next time" lead={`“${question}”`} />
      <InsightForm
        key={idempotencyKey}
        choices={choices}
        values={values}
        hidden={{ key: idempotencyKey }}
        submitLabel="Post insight"
        cancelTo={back}
        autoFocus
      />
    </Column>
  );
}

export { keepWriting as clientAction } from "./keep-writing.ts";
export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
