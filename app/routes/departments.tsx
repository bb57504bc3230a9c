import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { departmentTree } from "../departments/department-tree.ts";
import { DepartmentTreeList } from "../departments/department-tree-list.tsx";
import { listDepartments } from "../departments/list-departments.server.ts";
import { canKeepStructure } from "../departments/policy.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { listLastHeard } from "../insights/list-last-heard.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { capitalised } from "../settings/our-words.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Departments"} · Corridor` },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const [departments, lastHeard, { departmentWord }] = await Promise.all([
    listDepartments(),
    listLastHeard({ person }),
    findLibrarySettings(),
  ]);
  const shown = departments
    .filter(({ closed }) => !closed)
    .map((department) => ({ ...department, lastHeard: lastHeard.get(department.id) ?? null }));
  const title = capitalised(departmentWord.many);
  return { title, departments: shown, mayAdd: canKeepStructure(person) };
}

export default function Departments(): JSX.Element {
  const { title, departments, mayAdd } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader title={title} lead="Whom the library serves, and when anything was last heard from each." />
      {departments.length === 0 ? (
        <EmptyState
          title="Nothing here yet"
          action={mayAdd && <ButtonLink to="/settings/departments">Add the first</ButtonLink>}
        >
          The faculties, schools and services the library works with will stand here as a tree.
          {!mayAdd && " An editor or an administrator adds them."}
        </EmptyState>
      ) : (
        <DepartmentTreeList branches={departmentTree(departments)} />
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
