import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { listDepartments } from "../departments/list-departments.server.ts";
import { enquiryKindNames, enquiryKinds } from "../desk/enquiry.ts";
import { EnquiryList } from "../desk/enquiry-list.tsx";
import { countEnquiries, listEnquiries } from "../desk/list-enquiries.server.ts";
import { rowsAddress } from "../desk/rows-address.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import { SelectField, TextField } from "../ui/text-field.tsx";
import { readEnquiryFilter } from "./read-enquiry-filter.server.ts";

export const meta: MetaFunction = () => [{ title: "Enquiries · Corridor" }];

const perPage = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  const { before, ...filter } = readEnquiryFilter(request);
  const [departments, counted, rows] = await Promise.all([
    listDepartments(),
    countEnquiries(filter),
    listEnquiries({ ...filter, before, limit: perPage + 1 }),
  ]);
  const last = rows.length > perPage ? rows[perPage - 1] : undefined;
  return {
    filter,
    counted,
    rows: rows.slice(0, perPage),
    first: before === undefined,
    older: last && `${last.askedOn}.${last.seq}`,
    departments: departments.map(({ slug, name }) => ({ slug, name })),
  };
}

export default function Enquiries(): JSX.Element {
  const { filter, counted, rows, first, older, departments } = useLoaderData<typeof loader>();
  const { department, kind, from, to } = filter;
  const period = from && to ? { from, to } : undefined;
  const address = rowsAddress({ department, kind, period });
  return (
    <Column>
      <PageHeader
        title="Enquiries"
        kicker={
          <Link to="/desk" className="link">
            Desk
          </Link>
        }
        lead="The rows behind the figures, the latest first."
        actions={
          <form method="post" action={rowsAddress({ department, kind, period }, "/desk/enquiries.csv")}>
            <Button variant="secondary">Save as CSV</Button>
          </form>
        }
      />
      <Form method="get" className="mb-8 grid gap-4 sm:grid-cols-2">
        <SelectField name="department" label="Department" defaultValue={department ?? ""}>
          <option value="">All</option>
          {departments.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="kind" label="Kind" defaultValue={kind ?? ""}>
          <option value="">All</option>
          {enquiryKinds.map((each) => (
            <option key={each} value={each}>
              {enquiryKindNames[each]}
            </option>
          ))}
        </SelectField>
        <TextField name="from" type="date" label="From" defaultValue={from ?? ""} optional />
        <TextField name="to" type="date" label="To" defaultValue={to ?? ""} optional />
        <div>
          <Button variant="secondary">Show these</Button>
        </div>
      </Form>
      <Section title={totalWords(counted)} hideTitle={counted.rows === 0}>
        {rows.length === 0 ? (
          <EmptyState title={first ? "No enquiries" : "Nothing older"}>
            Enquiries that were counted stand here, a row for each count.
          </EmptyState>
        ) : (
          <EnquiryList rows={rows} />
        )}
        <Pagination
          newer={first ? null : address}
          newerLabel="Newest"
          older={older ? `${address}${address.includes("?") ? "&" : "?"}before=${older}` : null}
        />
      </Section>
    </Column>
  );
}

function totalWords({ rows, total }: { rows: number; total: number }): string {
  const enquiries = total === 1 ? "1 enquiry" : `${total.toLocaleString("en-GB")} enquiries`;
  return rows === 1 ? `${enquiries} in 1 row` : `${enquiries} in ${rows.toLocaleString("en-GB")} rows`;
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
