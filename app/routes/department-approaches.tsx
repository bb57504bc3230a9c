import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { approachFields, approachValues } from "../departments/approach-fields.ts";
import { ApproachItem } from "../departments/approach-item.tsx";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { type EntriesAnswer, EntryList, EntryNews, NewEntry } from "../departments/entry-list.tsx";
import { findDepartmentEntries } from "../departments/find-department-entries.server.ts";
import { listApproaches, listApproachesElsewhere } from "../departments/list-approaches.server.ts";
import { canChangeEntry, canKeepProfile } from "../departments/policy.ts";
import { Receptiveness, RhythmLine } from "../departments/receptiveness.tsx";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { findLastContact } from "../insights/find-last-contact.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, Section } from "../ui/page.tsx";
import { keepEntries } from "./keep-entries.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Approaches · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { removed } = searchParams(request, { one: ["removed"] });
  const slug = params.slug ?? "";
  const [department, entries, { timeZone }] = await Promise.all([
    requireDepartment(slug, request),
    findDepartmentEntries(slug),
    findLibrarySettings(),
  ]);
  if (!entries) return notFound();
  const { id, name } = department;
  const [approaches, elsewhere, lastContact] = await Promise.all([
    listApproaches(id),
    listApproachesElsewhere(id),
    findLastContact({ person, departmentId: id }),
  ]);
  return {
    department: { slug, name },
    profile: entries.profile,
    approaches: approaches.map((approach) => ({
      approach,
      mayChange: canChangeEntry(person, "approach", department, approach),
    })),
    elsewhere,
    lastContact,
    mayKeep: canKeepProfile(person, department),
    removed,
    today: dayIn(timeZone, new Date()),
    freshId: newIdempotencyKey(),
  };
}

export function action(args: ActionFunctionArgs) {
  return keepEntries({ ...args, kind: "approach", names: approachFields.map(({ name }) => name) });
}

export default function Approaches(): JSX.Element {
  const { department, profile, approaches, elsewhere, lastContact, mayKeep, today, ...page } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as EntriesAnswer | undefined;
  const entries = approaches.map(({ approach, mayChange }) => ({
    id: approach.id,
    version: approach.version,
    name: approach.what,
    body: <ApproachItem approach={approach} />,
    values: approachValues(approach),
    mayChange,
  }));
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/approaches"
        title="How to approach them"
        lead="What was offered, what came of it, and what others like them took up."
        actions={
          mayKeep && (
            <ButtonLink to={`/departments/${department.slug}/profile`} variant="secondary">
              Change rhythm and advice
            </ButtonLink>
          )
        }
      />
      <EntryNews entries={entries} answer={answer} removed={page.removed} />
      <Section title="Rhythm and advice">
        <div className="grid gap-4">
          <RhythmLine profile={profile} lastContact={lastContact} today={today} />
          <Receptiveness profile={profile} />
        </div>
      </Section>
      <Section title="What was offered here">
        {entries.length === 0 && (
          <EmptyState title="Nothing noted yet">
            Each time the library offers something, note it here with what came of it: the next colleague
            begins from there.
          </EmptyState>
        )}
        <EntryList entries={entries} fields={approachFields} answer={answer} />
        <NewEntry
          key={page.freshId}
          freshId={page.freshId}
          summary="Note an approach"
          fields={approachFields}
          values={{ madeOn: today }}
          entries={entries}
          answer={answer}
        />
      </Section>
      {elsewhere.length > 0 && (
        <Section title="Taken up by departments like this one">
          <ul className="divide-y divide-line">
            {elsewhere.map((approach) => (
              <li key={approach.id} className="py-3 first:pt-0">
                <ApproachItem
                  approach={approach}
                  at={
                    <Link to={`/departments/${approach.department.slug}/approaches`} className="link">
                      {approach.department.name}
                    </Link>
                  }
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
