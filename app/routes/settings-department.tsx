import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { findDepartment } from "../departments/find-department.server.ts";
import { liaisonByIntent } from "../departments/liaison-by-intent.server.ts";
import { LiaisonsForm } from "../departments/liaisons-form.tsx";
import { listDepartments } from "../departments/list-departments.server.ts";
import { listLiaisons } from "../departments/list-liaisons.server.ts";
import { listStructureChanges } from "../departments/list-structure-changes.server.ts";
import { listTakenOff } from "../departments/list-taken-off.server.ts";
import { canHandOver, canKeepStructure } from "../departments/policy.ts";
import { structureByIntent } from "../departments/structure-by-intent.server.ts";
import { StructureForms } from "../departments/structure-forms.tsx";
import { ChangeList } from "../departments/structure-list.tsx";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { readableInSql } from "../insights/readable.server.ts";
import { readingRule } from "../insights/readable.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { errorsOf } from "../ui/fields-form.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.department.name ?? "There is nothing here"}: place and names · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepStructure(person)) return forbidden();
  const [department, all, everyLiaison] = await Promise.all([
    findDepartment(params.slug ?? ""),
    listDepartments(),
    listLiaisons(),
  ]);
  if (!department) return notFound();
  const [changes, takenOff] = await Promise.all([
    listStructureChanges(department.id),
    listTakenOff(department.id),
  ]);
  const others = all
    .filter(({ id, closed }) => !closed && id !== department.id)
    .map(({ slug, name }) => [slug, name] as const);
  const { slug, name, kind, parent, closed, aliases, mergedInto, parts, liaisons } = department;
  const mayTake = everyLiaison
    .filter(({ handle, mayTake }) => mayTake && !liaisons.some((own) => own.handle === handle))
    .map(({ handle, name }) => ({ handle, name }));
  const own = { slug, name, kind, parent, closed, aliases, mergedInto, parts };
  return { department: own, others, changes, looked: { liaisons, others: mayTake, takenOff } };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepStructure(person)) return forbidden();
    const slug = params.slug ?? "";
    if (!(await findDepartment(slug))) return notFound();
    const form = await readForm(request);
    const intent = field(form, "intent") ?? "";
    const sent = (name: string) => field(form, name) ?? "";
    const { timeZone } = await findLibrarySettings();
    const today = dayIn(timeZone, new Date());
    const turned = canHandOver(person)
      ? await liaisonByIntent({
          intent,
          slug,
          handle: sent("liaison").slice(0, 100),
          today,
          actorId: person.id,
        })
      : undefined;
    const readable = readableInSql(readingRule(person));
    const done = turned ?? (await structureByIntent({ person, slug, intent, sent, today, readable }));
    if (!done) return badRequest("The form asked for what there is not.");
    if (done.outcome === "not-there") return notFound();
    if (done.outcome === "refused") {
      const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
      return data({ refused: { intent, problems: done.problems, sent: typed } }, { status: 400 });
    }
    return redirect(`/settings/departments/${done.slug}`, {
      headers: { "Set-Cookie": noticeCookie(request, turned?.notice ?? "structure-changed") },
    });
  });
}

type Answer = {
  refused?: { intent: string; problems: Record<string, string>; sent: Record<string, string> };
} & Undone;

export default function SettingsDepartment(): JSX.Element {
  const { department, others, changes, looked } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const refused = answer?.refused;
  const { slug, name, mergedInto, parts } = department;
  return (
    <Column>
      <PageHeader
        kicker={
          <Link to="/settings/departments" className="link inline-block py-1">
            Departments
          </Link>
        }
        title={name}
        lead={
          mergedInto ? (
            <>
              It went into{" "}
              <Link to={`/settings/departments/${mergedInto.slug}`} className="link">
                {mergedInto.name}
              </Link>
              . Undo that beneath to change anything of it.
            </>
          ) : (
            <Link to={`/departments/${slug}`} className="link inline-block py-1">
              See its page
            </Link>
          )
        }
      />
      <NotDone answer={answer} />
      {refused && (
        <div className="mb-6">
          {refused.problems.undo || refused.problems.closed ? (
            <Notice tone="error" title="Not done">
              {refused.problems.undo ?? refused.problems.closed}
            </Notice>
          ) : (
            <ErrorSummary
              errors={errorsOf(refused.problems.liaison ? "liaisons" : refused.intent, refused.problems)}
              reassurance="Nothing is changed."
            />
          )}
        </div>
      )}
      {parts.length > 0 && (
        <p className="mb-6">
          Split into{" "}
          {parts.map((part, at) => (
            <span key={part.id}>
              {at > 0 && ", "}
              <Link to={`/settings/departments/${part.slug}`} className="link">
                {part.name}
              </Link>
            </span>
          ))}
        </p>
      )}
      {!mergedInto && (
        <Section title="Looked after by" id="looked-after">
          <LiaisonsForm slug={slug} {...looked} problem={refused?.problems.liaison} />
        </Section>
      )}
      {!mergedInto && <StructureForms department={department} others={others} refused={refused} />}
      {changes.length > 0 && (
        <Section title="What was done">
          <ChangeList changes={changes} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
