import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { type EntriesAnswer, EntryList, EntryNews, NewEntry } from "../departments/entry-list.tsx";
import { listSources } from "../departments/list-sources.server.ts";
import { canKeepProfile } from "../departments/policy.ts";
import type { Source } from "../departments/source.ts";
import { newSource, sourceFieldNames, sourceFields, sourceValues } from "../departments/source-fields.ts";
import { CheckButtons, SourceItem } from "../departments/source-item.tsx";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { listColleagues } from "../people/list-colleagues.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, Section } from "../ui/page.tsx";
import { useToday } from "../ui/time-ago.tsx";
import { keepEntries } from "./keep-entries.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What they read · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { removed } = searchParams(request, { one: ["removed"] });
  const department = await requireDepartment(params.slug ?? "", request);
  const mayKeep = canKeepProfile(person, department);
  const [sources, colleagues] = await Promise.all([
    listSources(department.id),
    mayKeep ? listColleagues() : [],
  ]);
  const { slug, name } = department;
  const people = colleagues.map(({ handle, name: called }) => ({ handle, name: called }));
  return { department: { slug, name }, sources, people, mayKeep, removed, freshId: newIdempotencyKey() };
}

export function action(args: ActionFunctionArgs) {
  return keepEntries({ ...args, kind: "source", names: sourceFieldNames });
}

export default function Sources(): JSX.Element {
  const { department, sources, people, mayKeep, removed, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as EntriesAnswer | undefined;
  const today = useToday();
  const fields = sourceFields(people);
  const listed = (shown: Source[]) =>
    shown.map((source) => ({
      id: source.id,
      version: source.version,
      name: source.name,
      body: <SourceItem source={source} today={today} />,
      values: sourceValues(source),
      mayChange: mayKeep,
      actions: <CheckButtons source={source} back={department.slug} />,
    }));
  const websites = sources.filter(({ kind }) => kind === "website");
  const read = sources.filter(({ kind }) => kind !== "website");
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/sources"
        title="What they read, and where to look"
        lead={
          <>
            Publications and lists, and pages of theirs to look at from time to time. What is due for you is
            in{" "}
            <Link to="/checks" className="link">
              your checks
            </Link>
            .
          </>
        }
      />
      <EntryNews entries={sources} answer={answer} removed={removed} />
      <Section title="Websites to look at">
        {websites.length === 0 && (
          <EmptyState title="No website noted yet">
            News pages and blogs of theirs will stand here, with whose turn it is to look.
          </EmptyState>
        )}
        <EntryList entries={listed(websites)} fields={fields} answer={answer} />
      </Section>
      <Section title="What they read">
        {read.length === 0 && (
          <EmptyState title="Nothing noted yet">
            Journals, newsletters and mailing lists will stand here, and whether we subscribe.
          </EmptyState>
        )}
        <EntryList entries={listed(read)} fields={fields} answer={answer} />
      </Section>
      {mayKeep && (
        <NewEntry
          key={freshId}
          freshId={freshId}
          summary="Add a website or publication"
          fields={fields}
          values={newSource}
          entries={sources}
          answer={answer}
        />
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
