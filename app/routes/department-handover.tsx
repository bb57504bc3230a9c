import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import type { JSX } from "react";
import { departmentKindNames } from "../departments/department.ts";
import { DepartmentHead } from "../departments/department-header.tsx";
import { isHandoverStep } from "../departments/handover.ts";
import { findOwnHandover } from "../departments/list-handovers.server.ts";
import { markHandoverStep } from "../departments/mark-handover-step.server.ts";
import { canHandOver } from "../departments/policy.ts";
import { ReadingOrder } from "../departments/reading-order.tsx";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { findHandoverPack } from "../reports/find-handover-pack.server.ts";
import { HandoverSheet } from "../reports/handover-sheet.tsx";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Button, ButtonLink } from "../ui/button.tsx";
import { exactDate } from "../ui/dates.ts";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { PrintButton } from "../ui/print-button.tsx";
import { leadOn } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Handover · ${data?.pack.briefing.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const found = await findHandoverPack({ person, slug: params.slug ?? "", today });
  if (!found) return notFound();
  leadOn(found.department, request);
  const { pack, department } = found;
  return {
    pack,
    handover: department.handover,
    today,
    reader: person.name,
    mayHandOver: canHandOver(person),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const slug = params.slug ?? "";
    const handover = await findOwnHandover({ personId: person.id, slug: slug.replaceAll("\0", "") });
    if (!handover) return notFound();
    const form = await readForm(request);
    const intent = field(form, "intent");
    const step = field(form, "step") ?? "";
    if (!isHandoverStep(step) || (intent !== "read" && intent !== "unread")) {
      return badRequest("The form did not say what was read.");
    }
    await markHandoverStep({ personId: person.id, handoverId: handover.id, step, read: intent === "read" });
    return redirect(`/departments/${slug}/handover`);
  });
}

export default function DepartmentHandover(): JSX.Element {
  const { pack, handover, today, reader, mayHandOver } = useLoaderData<typeof loader>();
  const answer = useActionData() as Undone | undefined;
  const { slug, name, kind, parent } = pack.briefing.department;
  const path = `/departments/${slug}`;
  return (
    <Column>
      <DepartmentHead department={pack.briefing.department} current="/handover">
        <PageHeader
          kicker={
            <span className="hidden print:inline">
              {departmentKindNames[kind]}
              {parent && ` in ${parent}`}. Printed by {reader}, {exactDate(today)}. For the library’s staff.
            </span>
          }
          title={
            <>
              Handover<span className="hidden print:inline">: {name}</span>
            </>
          }
          lead={<span className="print:hidden">All that whoever looks after it next should know.</span>}
          actions={
            <>
              {mayHandOver && (
                <ButtonLink to={`/settings/handovers?department=${slug}`} variant="quiet">
                  Hand it over
                </ButtonLink>
              )}
              <form method="post" action={`${path}/handover.md`}>
                <Button variant="secondary" icon={Download}>
                  Save as Markdown
                </Button>
              </form>
              <PrintButton />
            </>
          }
        />
      </DepartmentHead>
      <NotDone answer={answer} />
      {handover && <ReadingOrder handover={handover} today={today} />}
      <HandoverSheet pack={pack} today={today} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
