import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { findAnswerDraft } from "../insights/find-answer-draft.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { InsightForm } from "../insights/insight-form.tsx";
import { listFormChoices } from "../insights/list-form-choices.server.ts";
import { Column, PageHeader } from "../ui/page.tsx";
import { postFromForm } from "./post-from-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Answer with an insight · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { comment } = searchParams(request, { one: ["comment"] });
  const answer = await findAnswerDraft({ person, questionId: params.id ?? "", commentId: comment ?? "" });
  if (!answer) return notFound();
  const kept = answer.values.departments;
  const { choices, lastChannel } = await listFormChoices({ person, kept });
  return {
    question: answer.question,
    choices,
    values: { ...answer.values, channel: lastChannel },
    idempotencyKey: newIdempotencyKey(),
  };
}

/** Posts the insight, and ties it to the question. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  return postFromForm({ request, context, questionId: params.id ?? "" });
}

export default function AnswerWithInsight(): JSX.Element {
  const { question, choices, values, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="Answer with an insight"
        lead={
          <>
            To the question{" "}
            <Link to={`/insights/${question.id}`} className="link">
              {question.text}
            </Link>
          </>
        }
      />
      <InsightForm
        key={idempotencyKey}
        choices={choices}
        values={values}
        hidden={{ key: idempotencyKey }}
        submitLabel="Post insight"
        cancelTo={`/insights/${question.id}`}
        autoFocus
      />
    </Column>
  );
}

export { keepWriting as clientAction } from "./keep-writing.ts";
export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
