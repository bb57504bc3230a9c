import { createReadStream } from "node:fs";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { readForm } from "../http/form-data.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { listImports } from "../imports/find-import.server.ts";
import { ImportList } from "../imports/import-list.tsx";
import { canImport } from "../imports/policy.ts";
import { startEnquiryImport } from "../imports/start-enquiry-import.server.ts";
import { ExportButton } from "../insights/export-button.tsx";
import { Button } from "../ui/button.tsx";
import { CsvFileField } from "../ui/csv-file-field.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "Bring in enquiries · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canImport(person)) return forbidden();
  return { imports: await listImports({ person, subject: "enquiries" }), ownId: person.id };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canImport(person)) return forbidden();
    await readForm(request);
    const upload = context.uploads?.find((each) => each.field === "file");
    if (!upload) return data({ problem: "Choose a file" }, { status: 400 });
    if (upload.trouble === "no-room")
      return data({ problem: "The server has no room for the file now" }, { status: 507 });
    const started = await startEnquiryImport({
      person,
      fileName: upload.name,
      chunks: createReadStream(upload.path),
    });
    if (started.outcome === "refused") return data({ problem: started.problem }, { status: 400 });
    return redirect(`/desk/import/${started.id}`);
  });
}

const hint = "CSV, at most 60,000 rows. Its first line names the columns.";

export default function DeskImport(): JSX.Element {
  const { imports, ownId } = useLoaderData<typeof loader>();
  const answer = useActionData() as ({ problem?: string } & Undone) | undefined;
  const busy = useNavigation().state !== "idle";
  const error = answer?.problem;
  return (
    <Column>
      <PageHeader
        title="Bring in enquiries"
        kicker={
          <Link to="/desk" className="link">
            Desk
          </Link>
        }
        lead="What a desk tool or a spreadsheet has counted, as a CSV file. Nothing counts before you have seen what would, and all of it can be taken back."
      />
      <NotDone answer={answer} />
      <Section title="A new file">
        <p>
          It looks for the columns Day, Department, Where, Kind, Effort and Count. Enquiries saved as CSV have
          them.
        </p>
        <ExportButton action="/desk/enquiries.csv" label="Save the enquiries as CSV" />
        <Form method="post" encType="multipart/form-data" className="grid gap-5">
          <ErrorSummary errors={error ? [{ id: "file", message: error }] : []} />
          <CsvFileField hint={hint} error={error} />
          <div>
            <Button pending={busy} pendingLabel="Sending the file">
              Look at the file
            </Button>
          </div>
        </Form>
      </Section>
      <Section title="Brought in so far">
        {imports.length === 0 && (
          <EmptyState title="Nothing yet">
            Each file stands here with what came of it, and can be undone.
          </EmptyState>
        )}
        <ImportList imports={imports} ownId={ownId} path="/desk/import" />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
