import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { departmentKindNames } from "../departments/department.ts";
import { DepartmentNav } from "../departments/department-header.tsx";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { BriefingSheet } from "../reports/briefing-sheet.tsx";
import { findBriefing } from "../reports/find-briefing.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { exactDate } from "../ui/dates.ts";
import { PageHeader } from "../ui/page.tsx";
import { PrintButton } from "../ui/print-button.tsx";
import { leadOn } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Briefing · ${data?.briefing.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const today = dayIn((await findLibrarySettings()).timeZone, new Date());
  const briefing = await findBriefing({ person, slug: params.slug ?? "", today });
  if (!briefing) return notFound();
  leadOn(briefing.department, request);
  return { briefing, today, reader: person.name };
}

export default function DepartmentBriefing(): JSX.Element {
  const { briefing, today, reader } = useLoaderData<typeof loader>();
  const { slug, name, kind, parent } = briefing.department;
  const path = `/departments/${slug}`;
  return (
    <div className="print:[&>header]:mb-2 print:[&_h1]:text-lg">
      <PageHeader
        kicker={
          <>
            <span className="print:hidden">
              <Link to={path} className="link">
                {departmentKindNames[kind]}
                {parent && ` in ${parent}`}
              </Link>
            </span>
            <span className="hidden print:inline">
              {departmentKindNames[kind]}
              {parent && ` in ${parent}`}. Briefing for {reader}, {exactDate(today)}. For the library’s staff.
            </span>
          </>
        }
        title={name}
        actions={<PrintButton />}
      />
      <DepartmentNav slug={slug} current="/briefing" />
      <BriefingSheet briefing={briefing} today={today} />
      <p className="print:hidden">
        <Link to={`${path}/handover`} prefetch="none" className="link inline-block py-1">
          The whole of it, as it is handed over
        </Link>
      </p>
    </div>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
