import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { findDepartment } from "../departments/find-department.server.ts";
import { findDepartmentEntries } from "../departments/find-department-entries.server.ts";
import { readNeeds } from "../departments/need.ts";
import { NeedList, NeedsForm } from "../departments/need-list.tsx";
import { noteNeeds } from "../departments/note-needs.server.ts";
import { canKeepProfile, canKeepServices } from "../departments/policy.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, Section } from "../ui/page.tsx";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Needs · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const slug = params.slug ?? "";
  const [department, entries] = await Promise.all([
    requireDepartment(slug, request),
    findDepartmentEntries(slug),
  ]);
  if (!entries) return notFound();
  return {
    department: { slug, name: department.name },
    needs: entries.needs,
    mayKeep: canKeepProfile(person, department),
    mayKeepServices: canKeepServices(person),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const slug = params.slug ?? "";
    const [department, entries] = await Promise.all([findDepartment(slug), findDepartmentEntries(slug)]);
    if (!department || !entries || !canKeepProfile(person, department)) return forbidden();
    const form = await readForm(request);
    const needs = readNeeds(entries.needs, (name) => field(form, name) ?? "");
    const noted = await noteNeeds({ person, departmentId: department.id, needs });
    if (noted.outcome === "not-there") return notFound();
    if (noted.outcome === "changed-meanwhile") {
      const sent = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      return data({ met: noted.services, sent }, { status: 409 });
    }
    return redirect(`/departments/${slug}/needs`, {
      headers: { "Set-Cookie": noticeCookie(request, "needs-saved") },
    });
  });
}

type Answer = { met?: string[]; sent?: Record<string, string> } & Undone;

export default function Needs(): JSX.Element {
  const { department, needs, mayKeep, mayKeepServices } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const said = needs.filter(({ state }) => state !== null);
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/needs"
        title="Needs, and our services"
        lead={
          <>
            How they stand to what the library offers: met, unmet, or not aware that there is such a thing.{" "}
            {mayKeepServices && (
              <Link to="/settings/services" className="link">
                Change the list of services
              </Link>
            )}
          </>
        }
      />
      <NotDone answer={answer} />
      {answer?.met && (
        <div className="mb-6">
          <Notice tone="error" title="Somebody changed this while you were writing">
            Nothing is overwritten. What stands now of {answer.met.join(", ") || "it"} is in the list; your
            own choices are in the form. Save once more when they should stand.
          </Notice>
        </div>
      )}
      <Section title="What is known">
        {said.length === 0 ? (
          <EmptyState title="Nobody has said yet">
            What they have, what they lack and what they do not know of will stand here.
          </EmptyState>
        ) : (
          <NeedList needs={said} />
        )}
      </Section>
      {mayKeep && needs.length > 0 && (
        <Section title="Say it anew">
          <NeedsForm key={needs.map(({ version }) => version).join(" ")} needs={needs} sent={answer?.sent} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
