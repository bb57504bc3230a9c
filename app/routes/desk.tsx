import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { listDepartments } from "../departments/list-departments.server.ts";
import { deskByIntent } from "../desk/desk-by-intent.server.ts";
import type { EnquiryProblems, SentEnquiry } from "../desk/enquiry.ts";
import { hasFigures } from "../desk/enquiry-figures.ts";
import { EnquiryForm } from "../desk/enquiry-form.tsx";
import { EnquiryList } from "../desk/enquiry-list.tsx";
import { EnquiryTable } from "../desk/enquiry-table.tsx";
import { findEnquiryFigures } from "../desk/find-enquiry-figures.server.ts";
import { listOwnEnquiries } from "../desk/list-enquiries.server.ts";
import { listSources } from "../desk/list-sources.server.ts";
import { PeriodLine } from "../desk/period-line.tsx";
import { SourceForm } from "../desk/source-form.tsx";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { canImport } from "../imports/policy.ts";
import { newIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { useHashFocus } from "../ui/use-hash-focus.ts";

export const meta: MetaFunction = () => [{ title: "Desk · Corridor" }];

const keptNames = ["department", "source", "kind", "effort", "askedOn"] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const kept = searchParams(request, { one: keptNames });
  const { timeZone } = await findLibrarySettings();
  const today = dayIn(timeZone, new Date());
  const [departments, sources, figures, own] = await Promise.all([
    listDepartments(),
    listSources(),
    findEnquiryFigures({ today }),
    listOwnEnquiries({ person, today, limit: 10 }),
  ]);
  const values: SentEnquiry = {
    department: kept.department ?? "",
    source: kept.source ?? sources[0]?.id ?? "",
    kind: kept.kind ?? "",
    effort: kept.effort ?? "",
    askedOn: kept.askedOn ?? today,
    count: "1",
  };
  return {
    departments: departments
      .filter(({ closed }) => !closed)
      .map(({ slug, name, aliases }) => ({ slug, name, aliases })),
    sources,
    figures,
    own,
    values,
    today,
    freshKey: newIdempotencyKey(),
    mayImport: canImport(person),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const done = await deskByIntent({ person, one: (name) => field(form, name) ?? "" });
    if (done.outcome === "done") return redirect(done.to);
    if (done.outcome === "refused") return data({ refused: done }, { status: 400 });
    return done.outcome === "not-there" ? notFound() : badRequest("The form asked for what there is not.");
  });
}

type Refused = { problems?: EnquiryProblems; sent?: SentEnquiry; sourceProblem?: string };

export default function Desk(): JSX.Element {
  const { departments, sources, figures, own, values, today, freshKey, mayImport } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as ({ refused?: Refused } & Undone) | undefined;
  const busy = useNavigation().state === "submitting";
  const { problems = {}, sent, sourceProblem } = answer?.refused ?? {};
  useHashFocus();
  return (
    <Column>
      <PageHeader
        title="Desk"
        lead="Enquiries as numbers: what came in, where, and what it took. Nothing about who asked."
        actions={
          mayImport && (
            <ButtonLink to="/desk/import" variant="secondary">
              Bring in a file
            </ButtonLink>
          )
        }
      />
      <NotDone answer={answer} />
      <ErrorSummary
        errors={Object.entries(problems).map(([id, message]) => ({ id, message }))}
        reassurance="Nothing you chose is lost."
      />
      <Section title="Count one" hideTitle>
        <EnquiryForm
          key={freshKey}
          idempotencyKey={freshKey}
          values={sent ?? values}
          problems={problems}
          departments={departments}
          sources={sources}
          today={today}
          busy={busy}
        />
        <SourceForm problem={sourceProblem} />
      </Section>
      <Section
        title="What you counted"
        actions={
          <output className="text-soft">
            {own.today === 0 ? "Nothing today yet" : `${own.today.toLocaleString("en-GB")} today`}
          </output>
        }
      >
        {own.rows.length === 0 ? (
          <EmptyState title="Nothing yet">What you count stands here, and can be taken back.</EmptyState>
        ) : (
          <EnquiryList rows={own.rows} turns />
        )}
      </Section>
      <Section title="All desks">
        {hasFigures(figures) ? (
          <>
            <ul className="mb-3 grid gap-1">
              <PeriodLine period="month" compared={figures.month} />
              <PeriodLine period="year" compared={figures.year} />
            </ul>
            <EnquiryTable figures={figures} caption="Enquiries at all desks, by kind" />
          </>
        ) : (
          <p className="text-soft">
            What all desks count stands here, by month and kind, from the first enquiry on.
          </p>
        )}
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
