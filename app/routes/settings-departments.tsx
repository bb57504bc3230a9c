import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { addDepartment } from "../departments/add-department.server.ts";
import { departmentKindNames, departmentKinds } from "../departments/department.ts";
import { type DepartmentDraft, departmentDraft } from "../departments/department-draft.ts";
import { departmentTree } from "../departments/department-tree.ts";
import { readFields } from "../departments/entry-fields.ts";
import { listDepartments } from "../departments/list-departments.server.ts";
import { listStructureChanges } from "../departments/list-structure-changes.server.ts";
import { canKeepStructure } from "../departments/policy.ts";
import { ChangeList, StructureTree } from "../departments/structure-list.tsx";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { isId } from "../insights/insight.ts";
import { capitalised } from "../settings/our-words.ts";
import { useOurWords } from "../settings/use-our-words.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { errorsOf, FieldsForm } from "../ui/fields-form.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Departments: settings · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepStructure(person)) return forbidden();
  const [departments, changes] = await Promise.all([listDepartments(), listStructureChanges()]);
  return { departments, changes, freshId: newIdempotencyKey() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepStructure(person)) return forbidden();
    const form = await readForm(request);
    const id = field(form, "id") ?? "";
    if (!isId(id)) return badRequest("The form came without its key.");
    const names = ["name", "kind", "parent", "nicknames"];
    const sent = Object.fromEntries(names.map((name) => [name, field(form, name) ?? ""]));
    const read = readFields<DepartmentDraft>(departmentDraft as never, sent);
    if ("problems" in read) return data({ refused: { id, problems: read.problems, sent } }, { status: 400 });
    const added = await addDepartment({ person, id, draft: read.draft });
    if (added.outcome === "not-there") return notFound();
    if (added.outcome === "refused")
      return data({ refused: { id, problems: added.problems, sent } }, { status: 400 });
    return redirect("/settings/departments", {
      headers: { "Set-Cookie": noticeCookie(request, "structure-changed") },
    });
  });
}

type Answer = {
  refused?: { id: string; problems: Record<string, string>; sent: Record<string, string> };
} & Undone;

export default function SettingsDepartments(): JSX.Element {
  const { departments, changes, freshId } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const say = useOurWords();
  const refused = answer?.refused;
  const open = departments.filter(({ closed }) => !closed).map(({ slug, name }) => [slug, name] as const);
  return (
    <Column>
      <PageHeader
        kicker={<SettingsKicker />}
        title={capitalised(say("departments"))}
        lead={say(
          "Add one here; open one to rename, move, merge, split or close it. Old names go on finding it, old addresses lead on, and everything can be undone.",
        )}
      />
      <NotDone answer={answer} />
      {refused && (
        <div className="mb-6">
          <ErrorSummary errors={errorsOf("new", refused.problems)} reassurance="Nothing you typed is lost." />
        </div>
      )}
      <Section
        title={say("Add a department")}
        actions={
          <Link to="/settings/departments/import" className="link inline-block py-1">
            Bring in a table of them, or of contacts
          </Link>
        }
      >
        <FieldsForm
          key={freshId}
          id="new"
          hidden={{ id: refused?.id ?? freshId }}
          fields={[
            { name: "name", label: "Name", required: true, most: 120, wide: true },
            {
              name: "kind",
              label: "Kind",
              options: departmentKinds.map((kind) => [kind, departmentKindNames[kind]]),
            },
            { name: "parent", label: "Beneath", options: [["", "Nothing: at the top"], ...open] },
            {
              name: "nicknames",
              label: "Nicknames",
              hint: "With commas between them.",
              most: 600,
              wide: true,
            },
          ]}
          values={refused?.sent ?? { kind: "school" }}
          problems={refused?.problems}
          submitLabel="Add"
        />
      </Section>
      <Section title="The tree">
        {departments.length === 0 ? (
          <p className="text-soft">{say("The first department you add stands here.")}</p>
        ) : (
          <StructureTree branches={departmentTree(departments)} />
        )}
      </Section>
      {changes.length > 0 && (
        <Section title="What was done">
          <ChangeList changes={changes} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
