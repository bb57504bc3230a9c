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
import { readFields } from "../departments/entry-fields.ts";
import type { EntriesAnswer } from "../departments/entry-list.tsx";
import { FieldsConflict } from "../departments/fields-conflict.tsx";
import { findDepartment } from "../departments/find-department.server.ts";
import { findDepartmentEntries } from "../departments/find-department-entries.server.ts";
import { findMeeting } from "../departments/find-meeting.server.ts";
import { canKeepProfile } from "../departments/policy.ts";
import { type ProfileDraft, profileDraft } from "../departments/profile.ts";
import { profileFormFields, profileValues } from "../departments/profile-fields.ts";
import { saveProfile } from "../departments/save-profile.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { errorsOf, FieldsForm } from "../ui/fields-form.tsx";
import { NotDone } from "../ui/not-done.tsx";
import { Column } from "../ui/page.tsx";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Profile · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const slug = params.slug ?? "";
  const [department, entries] = await Promise.all([
    requireDepartment(slug, request),
    findDepartmentEntries(slug),
  ]);
  if (!entries || !canKeepProfile(person, department)) return forbidden();
  return { department: { slug, name: department.name }, profile: entries.profile };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const department = await findDepartment(params.slug ?? "");
    if (!department || !canKeepProfile(person, department)) return forbidden();
    const form = await readForm(request);
    const version = /^\d{1,6}$/.exec(field(form, "version") ?? "")?.[0];
    if (version === undefined) return badRequest("The form came without its version.");
    const names = profileFormFields.map(({ name }) => name);
    const sent = Object.fromEntries(names.map((name) => [name, field(form, name) ?? ""]));
    const read = readFields<ProfileDraft>(profileDraft, sent);
    const id = department.id;
    if ("problems" in read) return data({ refused: { id, problems: read.problems, sent } }, { status: 400 });
    const change = { person, departmentId: id, version: Number(version), draft: read.draft };
    const saved = await saveProfile(change);
    if (saved.outcome === "changed-meanwhile") {
      const meeting = await findMeeting({ subjectId: id, begunFrom: change.version, mine: sent });
      if (!meeting) return notFound();
      return data({ refused: { id, problems: {}, sent: meeting.values, meeting } }, { status: 409 });
    }
    if (saved.outcome !== "done") return notFound();
    return redirect(`/departments/${department.slug}`, {
      headers: { "Set-Cookie": noticeCookie(request, "profile-saved") },
    });
  });
}

export default function Profile(): JSX.Element {
  const { department, profile } = useLoaderData<typeof loader>();
  const answer = useActionData() as EntriesAnswer | undefined;
  const refused = answer?.refused;
  const version = String(refused?.meeting?.version ?? profile.version);
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/profile"
        title="Profile"
        lead="In your words, for whoever has ten minutes before meeting them. Every version is kept."
      />
      <NotDone answer={answer} />
      <div className="mb-6 empty:hidden">
        <ErrorSummary
          errors={errorsOf("profile", refused?.problems ?? {})}
          reassurance="Nothing you typed is lost."
        />
        {refused?.meeting && <FieldsConflict fields={profileFormFields} {...refused.meeting} />}
      </div>
      <FieldsForm
        key={version}
        id="profile"
        hidden={{ version }}
        fields={profileFormFields}
        values={refused?.sent ?? profileValues(profile)}
        problems={refused?.problems}
        submitLabel="Save profile"
      />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
