import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHead } from "../departments/department-header.tsx";
import { findDepartment } from "../departments/find-department.server.ts";
import { canKeepProfile } from "../departments/policy.ts";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { chooseEvidence } from "../reports/choose-evidence.server.ts";
import { EvidenceCard } from "../reports/evidence-card.tsx";
import { type EvidenceProblems, readEvidence } from "../reports/evidence-draft.ts";
import { EvidenceForm } from "../reports/evidence-form.tsx";
import { evidenceText } from "../reports/evidence-words.ts";
import { findEvidence } from "../reports/find-evidence.server.ts";
import { listQuotable } from "../reports/list-quotable.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { exactDate } from "../ui/dates.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { PrintButton } from "../ui/print-button.tsx";
import { leadOn, requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Evidence · ${data?.evidence.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const slug = params.slug ?? "";
  const { timeZone, libraryName } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const [department, evidence] = await Promise.all([findDepartment(slug), findEvidence({ slug, today })]);
  if (!department || !evidence) return notFound();
  leadOn(department, request);
  const mayKeep = canKeepProfile(person, department);
  const quotable = mayKeep ? await listQuotable(department.id) : [];
  const address = `${context.origin}/departments/${slug}/evidence`;
  return {
    evidence,
    mayKeep,
    quotable,
    libraryName,
    today,
    text: evidenceText({ evidence, address, today }),
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const department = await requireDepartment(params.slug ?? "", request);
    if (!canKeepProfile(person, department)) return forbidden();
    const form = await readForm(request);
    const version = field(form, "version") ?? "";
    if (!/^\d{1,6}$/.test(version)) return badRequest("The form came without its version.");
    const read = readEvidence({
      one: (name) => field(form, name) ?? "",
      all: (name) => fields(form, name),
    });
    if ("problems" in read) return data({ problems: read.problems }, { status: 400 });
    const { draft } = read;
    const chosen = await chooseEvidence({
      person,
      departmentId: department.id,
      version: Number(version),
      draft,
    });
    if (chosen.outcome === "refused") return data({ problems: chosen.problems }, { status: 400 });
    if (chosen.outcome === "changed-meanwhile") return data({ changed: true }, { status: 409 });
    return redirect(`/departments/${department.slug}/evidence`);
  });
}

type Answer = { problems?: EvidenceProblems; changed?: true } & Undone;

export default function DepartmentEvidence(): JSX.Element {
  const { evidence, mayKeep, quotable, libraryName, today, text } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const { department, offer, version, quotes } = evidence;
  const problems = answer?.problems ?? {};
  const path = `/departments/${department.slug}`;
  return (
    <Column>
      <DepartmentHead department={department} current="/evidence">
        <PageHeader
          kicker={
            <span className="hidden print:inline">
              {libraryName}, {exactDate(today)}
            </span>
          }
          title={
            <>
              <span className="print:hidden">Evidence</span>
              <span className="hidden print:inline">{department.name} and the library</span>
            </>
          }
          actions={
            <>
              <ButtonLink to={`${path}/evidence.png`} reloadDocument variant="secondary">
                Save as a picture
              </ButtonLink>
              <PrintButton />
            </>
          }
        />
      </DepartmentHead>
      <NotDone answer={answer} />
      {answer?.changed && (
        <div className="mb-6">
          <Notice tone="warn" title="Somebody has changed this card meanwhile">
            What they chose stands above. Look at it, and save yours once more if it is still wanted.
          </Notice>
        </div>
      )}
      <div className="mb-6 empty:hidden">
        <ErrorSummary
          errors={Object.entries(problems).map(([id, message]) => ({ id, message }))}
          reassurance="The card is as it was."
        />
      </div>
      <EvidenceCard evidence={evidence} />
      <div className="mt-6 print:hidden">
        <Disclosure summary="As text, for a mail or a slide">
          <div className="grid gap-3">
            <pre className="max-w-measure rounded-md bg-sunken p-4 font-sans text-sm whitespace-pre-wrap wrap-anywhere">
              {text}
            </pre>
            <CopyButton text={text}>Copy the text</CopyButton>
          </div>
        </Disclosure>
      </div>
      {mayKeep && (
        <Section title="Choose what it says" className="print:hidden">
          <Disclosure
            summary={quotes.length === 0 ? "Choose what to quote" : "Change"}
            open={quotes.length === 0 || answer !== undefined}
          >
            <EvidenceForm
              key={version}
              version={version}
              offer={offer}
              quotable={quotable}
              problems={problems}
            />
          </Disclosure>
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
