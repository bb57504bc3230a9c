import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { findReplacementDraft } from "../insights/find-replacement-draft.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { InsightForm } from "../insights/insight-form.tsx";
import { listFormChoices } from "../insights/list-form-choices.server.ts";
import { Column, PageHeader } from "../ui/page.tsx";
import { postFromForm } from "./post-from-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Post what is true now · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const replacement = await findReplacementDraft({ person, id: params.id ?? "" });
  if (!replacement) return notFound();
  const { older, values } = replacement;
  const { choices, lastChannel } = await listFormChoices({ person, kept: values.departments });
  return { older, choices, values: { ...values, channel: lastChannel }, idempotencyKey: newIdempotencyKey() };
}

/** Posts the newer insight, and lets it take the older one's place. */
export function action({ request, context, params }: ActionFunctionArgs) {
  return postFromForm({ request, context, olderId: params.id ?? "" });
}

export default function PostWhatIsTrueNow(): JSX.Element {
  const { older, choices, values, idempotencyKey } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="Post what is true now"
        lead={
          <>
            It will replace{" "}
            <a href={`/insights/${older.id}`} className="link">
              {older.text}
            </a>
          </>
        }
      />
      <InsightForm
        key={idempotencyKey}
        choices={choices}
        values={values}
        hidden={{ key: idempotencyKey }}
        submitLabel="Post insight"
        cancelTo={`/insights/${older.id}`}
        autoFocus
      />
    </Column>
  );
}

export { keepWriting as clientAction } from "./keep-writing.ts";
export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
