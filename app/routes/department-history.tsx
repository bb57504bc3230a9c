import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { listHistory } from "../departments/list-history.server.ts";
import { RevisionItem } from "../departments/revision-item.tsx";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `History · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  const before = readCursor(searchParams(request, { one: ["before"] }).before);
  const { id, slug, name } = await requireDepartment(params.slug ?? "", request);
  const { revisions, older } = await listHistory({ departmentId: id, before });
  return { department: { slug, name }, revisions, older, first: before === undefined };
}

export default function History(): JSX.Element {
  const { department, revisions, older, first } = useLoaderData<typeof loader>();
  const address = `/departments/${department.slug}/history`;
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/history"
        title="History"
        lead="Everything that was written about them, by whom and when, the latest first. Each insight has a history of its own."
      />
      {revisions.length === 0 && (
        <EmptyState title={first ? "Nothing written yet" : "Nothing older"}>
          What is kept of {department.name} will stand here, version by version.
        </EmptyState>
      )}
      <ul className="divide-y divide-line">
        {revisions.map((revision) => (
          <li key={revision.seq} className="py-3 first:pt-0">
            <RevisionItem revision={revision} />
          </li>
        ))}
      </ul>
      <Pagination
        newer={first ? null : address}
        newerLabel="Newest"
        older={older === undefined ? null : `${address}?before=${older}`}
      />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
