import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { DepartmentHeader } from "../departments/department-header.tsx";
import { findDepartmentEntries } from "../departments/find-department-entries.server.ts";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { insightKindNames, insightKinds } from "../insights/insight.ts";
import { listMonths } from "../insights/list-months.server.ts";
import { everyMonth, lastDayOf, quietStretches } from "../insights/timeline.ts";
import { TimelineChart } from "../insights/timeline-chart.tsx";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Button } from "../ui/button.tsx";
import { monthWords } from "../ui/dates.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, Section } from "../ui/page.tsx";
import { SelectField } from "../ui/text-field.tsx";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { requireDepartment } from "./require-department.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Timeline · ${data?.department.name ?? "There is nothing here"} · Corridor` },
];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const asked = searchParams(request, { one: ["channel", "kind"] });
  const slug = params.slug ?? "";
  const [department, entries, channels, { timeZone }] = await Promise.all([
    requireDepartment(slug, request),
    findDepartmentEntries(slug),
    listChannels(),
    findLibrarySettings(),
  ]);
  if (!entries) return notFound();
  // What is not on the list filters nothing.
  const channel = channels.find((one) => one.slug === asked.channel)?.slug;
  const kind = insightKinds.find((one) => one === asked.kind);
  const counts = await listMonths({ person, departmentId: department.id, channel, kind });
  const months = everyMonth(counts, dayIn(timeZone, new Date()).slice(0, 7));
  return {
    department: { slug, name: department.name },
    months,
    quiet: quietStretches(months, entries.profile.rhythm),
    channels: channels.map((one) => ({ slug: one.slug, name: one.name })),
    channel,
    kind,
  };
}

export default function Timeline(): JSX.Element {
  const { department, months, quiet, channels, channel, kind } = useLoaderData<typeof loader>();
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const inQuiet = new Set(
    months
      .filter(({ month }) => quiet.some(({ from, to }) => from <= month && month <= to))
      .map(({ month }) => month),
  );
  const found = (month: string) => {
    const query = new URLSearchParams({
      department: department.slug,
      from: `${month}-01`,
      to: lastDayOf(month),
    });
    if (channel) query.set("channel", channel);
    if (kind) query.set("kind", kind);
    return `/search?${query}`;
  };
  return (
    <Column>
      <DepartmentHeader
        department={department}
        current="/timeline"
        title="Timeline"
        lead="What was heard month by month, and when it was quiet."
      />
      <Form method="get" className="mb-8 flex flex-wrap items-end gap-3 print:hidden">
        <SelectField name="channel" label="How it was heard" defaultValue={channel ?? ""}>
          <option value="">Any way</option>
          {channels.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="kind" label="Kind" defaultValue={kind ?? ""}>
          <option value="">Any kind</option>
          {insightKinds.map((each) => (
            <option key={each} value={each}>
              {insightKindNames[each]}
            </option>
          ))}
        </SelectField>
        <Button variant="secondary" className="min-h-11">
          Show
        </Button>
      </Form>
      {months.length === 0 ? (
        <EmptyState title="Nothing heard yet">
          As soon as colleagues post about {department.name}, its months will stand here.
        </EmptyState>
      ) : (
        <>
          <p role="status" className="mb-4">
            {total === 1 ? "1 insight" : `${total.toLocaleString("en-GB")} insights`}
            {(channel || kind) && " of those chosen"} since {monthWords(months[0]?.month ?? "")}
          </p>
          <TimelineChart months={months} quiet={inQuiet} />
          <div className="mt-4">
            <Disclosure summary="The same as a table">
              <table className="text-left">
                <thead>
                  <tr>
                    <th scope="col" className="pr-6 font-medium">
                      Month
                    </th>
                    <th scope="col" className="font-medium">
                      Insights
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {months.toReversed().map(({ month, count }) => (
                    <tr key={month}>
                      <th scope="row" className="pr-6 font-normal">
                        {monthWords(month)}
                        {inQuiet.has(month) && <span className="text-signal"> quiet</span>}
                      </th>
                      <td className="figures">
                        {count === 0 ? (
                          0
                        ) : (
                          <Link
                            to={found(month)}
                            prefetch="none"
                            className="link inline-block min-w-6 py-1 pointer-coarse:py-2.5"
                          >
                            {count}
                            <span className="sr-only"> insights of {monthWords(month)}</span>
                          </Link>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Disclosure>
          </div>
        </>
      )}
      {quiet.length > 0 && (
        <Section title="Quiet stretches">
          <ul className="grid gap-1">
            {quiet.toReversed().map(({ from, to, months: long }) => (
              <li key={from}>
                {from === to ? monthWords(from) : `${monthWords(from)} to ${monthWords(to)}`}
                <span className="text-soft">, {long === 1 ? "1 month" : `${long} months`}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
