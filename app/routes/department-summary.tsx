import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { type EntriesAnswer, EntryList, EntryNews, NewEntry } from "../departments/entry-list.tsx";
import { moveSentence } from "../departments/move-sentence.server.ts";
import { canKeepProfile } from "../departments/policy.ts";
import { sentenceFields } from "../departments/sentence.ts";
import { field } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { CitationForms, MoveUp, Uncite } from "../insights/citation-forms.tsx";
import { citeInsight } from "../insights/cite-insight.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { listCitable } from "../insights/list-citable.server.ts";
import { listSummary } from "../insights/list-summary.server.ts";
import { insightIdIn } from "../insights/summary.ts";
import { Sentence } from "../insights/summary-sentence.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column } from "../ui/page.tsx";
import { useToday } from "../ui/time-ago.tsx";
import { keepEntries } from "./keep-entries.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Summary · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { removed } = searchParams(request, { one: ["removed"] });
  const department = await requireDepartment(params.slug ?? "", request);
  if (!canKeepProfile(person, department)) return forbidden();
  const { id: departmentId, slug, name } = department;
  const [sentences, citable] = await Promise.all([
    listSummary({ person, departmentId }),
    listCitable({ person, departmentId }),
  ]);
  return { department: { slug, name }, sentences, citable, removed, freshId: newIdempotencyKey() };
}

export function action(args: ActionFunctionArgs) {
  const names = sentenceFields.map(({ name }) => name);
  return keepEntries({
    ...args,
    kind: "sentence",
    names,
    async also({ intent, id, person, department, form }) {
      if (!["cite", "uncite", "earlier"].includes(intent)) return undefined;
      if (!canKeepProfile(person, department)) return forbidden();
      const { request } = args;
      const path = `/departments/${department.slug}/summary#${id}`;
      const headers = { "Set-Cookie": noticeCookie(request, "entry-saved") };
      if (intent === "earlier") {
        if (!(await moveSentence({ person, departmentId: department.id, id }))) return forbidden();
        return redirect(path, { headers });
      }
      const insightId = insightIdIn(field(form, "address") || field(form, "insight") || "");
      const cited = intent === "cite";
      const about = { person, departmentId: department.id, sentenceId: id, cited };
      if (insightId && (await citeInsight({ ...about, insightId }))) return redirect(path, { headers });
      return data({ notCited: id }, { status: 400 });
    },
  });
}

export default function Summary(): JSX.Element {
  const { department, sentences, citable, removed, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as (EntriesAnswer & { notCited?: string }) | undefined;
  const today = useToday();
  const entries = sentences.map((sentence, place) => ({
    id: sentence.id,
    version: sentence.version,
    name: sentence.sentence,
    body: (
      <Sentence
        sentence={sentence}
        today={today}
        beside={(citation) => <Uncite sentence={sentence} citation={citation} />}
      />
    ),
    values: { sentence: sentence.sentence },
    mayChange: true,
    actions: (
      <>
        {place > 0 && <MoveUp sentence={sentence} />}
        <CitationForms sentence={sentence} citable={citable} wrong={answer?.notCited === sentence.id} />
      </>
    ),
  }));
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/summary"
        title="Standing summary"
        lead="What we know, in your words and sentence by sentence: everybody reads them. What supports each stands beneath it, for those who may read that."
      />
      <EntryNews entries={entries} answer={answer} removed={removed} />
      {entries.length === 0 && (
        <EmptyState title="No summary yet">
          Three to six sentences do. Each can name the insights it stands on, and is marked when one of them
          no longer holds.
        </EmptyState>
      )}
      <EntryList entries={entries} fields={sentenceFields} answer={answer} />
      <NewEntry
        key={freshId}
        freshId={freshId}
        summary="Add a sentence"
        open={entries.length === 0}
        fields={sentenceFields}
        values={{}}
        entries={entries}
        answer={answer}
      />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
