import { readFile } from "node:fs/promises";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { canKeepStructure } from "../departments/policy.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { bringInContacts, contactColumns } from "../imports/bring-in-contacts.server.ts";
import { bringInDepartments, departmentColumns } from "../imports/bring-in-departments.server.ts";
import { readTable } from "../imports/read-table.ts";
import { recogniseEncoding } from "../imports/recognise-encoding.ts";
import type { TableOutcome } from "../imports/table-outcome.ts";
import { TableReport } from "../imports/table-report.tsx";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { controlLook, Field, fieldWiring } from "../ui/field.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { SelectField, TextAreaField } from "../ui/text-field.tsx";

export const meta: MetaFunction = () => [{ title: "Bring in a table · Corridor" }];

/** What fits into a form that is sent a second time. */
const mostCharacters = 150_000;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canKeepStructure(person)) return forbidden();
  return {
    columns: { departments: Object.keys(departmentColumns), contacts: Object.keys(contactColumns) },
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canKeepStructure(person)) return forbidden();
    const form = await readForm(request);
    const upload = context.uploads?.find((each) => each.field === "file");
    const what = field(form, "what") === "contacts" ? ("contacts" as const) : ("departments" as const);
    const text = upload ? await textOf(upload.path) : (field(form, "text") ?? "");
    if (text.length > mostCharacters || upload?.trouble)
      return data({ problem: "That is too much at once: take part of it", what }, { status: 400 });
    if (text.trim() === "")
      return data({ problem: "Choose a file, or paste the rows of your table", what }, { status: 400 });
    const read = readTable(text, what === "contacts" ? contactColumns : departmentColumns);
    if ("problem" in read) return data({ problem: read.problem, what, text }, { status: 400 });
    const dry = field(form, "intent") !== "bring-in";
    const { timeZone } = await findLibrarySettings();
    const { rows } = read;
    const outcome =
      what === "contacts"
        ? await bringInContacts({ person, rows, dry })
        : await bringInDepartments({ person, rows, dry, today: dayIn(timeZone, new Date()) });
    return { outcome, done: !dry, what, text };
  });
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  const reader = recogniseEncoding();
  reader.take(bytes);
  return new TextDecoder(reader.encoding()).decode(bytes);
}

type Answer = {
  problem?: string;
  what?: "departments" | "contacts";
  text?: string;
  outcome?: TableOutcome;
  done?: boolean;
} & Undone;

const file = { id: "file", hint: "CSV. Its first line names the columns." };

export default function BringInTable(): JSX.Element {
  const { columns } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const busy = useNavigation().state !== "idle";
  const { problem, outcome, done = false, what = "departments", text = "" } = answer ?? {};
  return (
    <Column>
      <PageHeader
        kicker={
          <Link to="/settings/departments" className="link inline-block py-1">
            Departments
          </Link>
        }
        title="Bring in a table"
        lead="Nothing is added before you have seen what would be. Brought in twice, nothing is there twice."
      />
      <NotDone answer={answer} />
      <div className="mb-6 empty:hidden">
        <ErrorSummary errors={problem ? [{ id: "text", message: problem }] : []} />
      </div>
      {outcome && (
        <>
          <TableReport outcome={outcome} done={done} />
          {!done && outcome.added.length > 0 && (
            <Form method="post" className="mt-6">
              <input type="hidden" name="intent" value="bring-in" />
              <input type="hidden" name="what" value={what} />
              <input type="hidden" name="text" value={text} />
              <Button pending={busy} pendingLabel="Bringing it in">
                Bring in {outcome.added.length}
              </Button>
            </Form>
          )}
        </>
      )}
      <Section title={outcome ? "Another table" : "The table"}>
        <Form method="post" encType="multipart/form-data" className="grid max-w-measure gap-5">
          <SelectField name="what" label="What it holds" defaultValue={what}>
            <option value="departments">Departments: {columns.departments.join(", ")}</option>
            <option value="contacts">Contacts: {columns.contacts.join(", ")}</option>
          </SelectField>
          <Field {...file} label="File" optional>
            <input
              type="file"
              name="file"
              accept=".csv,.tsv,.txt,text/csv"
              className={controlLook}
              {...fieldWiring(file)}
            />
          </Field>
          <TextAreaField
            name="text"
            label="Or its rows, pasted from a spreadsheet"
            rows={6}
            error={problem}
            defaultValue={done ? "" : text}
            optional
          />
          <div>
            <Button variant="secondary" pending={busy} pendingLabel="Reading it">
              See what would come in
            </Button>
          </div>
        </Form>
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
