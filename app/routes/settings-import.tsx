import { createReadStream } from "node:fs";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { listImports } from "../imports/find-import.server.ts";
import { listMappingNames } from "../imports/find-mapping.server.ts";
import { ImportList } from "../imports/import-list.tsx";
import { canImport } from "../imports/policy.ts";
import { startImport } from "../imports/start-import.server.ts";
import { UploadForm } from "../imports/upload-form.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Bring in what exists · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canImport(person)) return forbidden();
  const [imports, mappingNames] = await Promise.all([listImports({ person }), listMappingNames()]);
  return { imports, mappingNames, ownId: person.id };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canImport(person)) return forbidden();
    const form = await readForm(request);
    const upload = context.uploads?.find((each) => each.field === "file");
    if (!upload) return data({ problem: "Choose a file" }, { status: 400 });
    if (upload.trouble === "no-room")
      return data({ problem: "The server has no room for the file now" }, { status: 507 });
    const started = await startImport({
      person,
      fileName: upload.name,
      chunks: createReadStream(upload.path),
      mappingName: field(form, "named") || undefined,
      place: "worker",
    });
    if (started.outcome === "refused") return data({ problem: started.problem }, { status: 400 });
    return redirect(`/settings/import/${started.id}`);
  });
}

type Answer = { problem?: string; unavailable?: true; signedOut?: true; tooLarge?: true };

export default function Imports(): JSX.Element {
  const { imports, mappingNames, ownId } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const busy = useNavigation().state !== "idle";
  return (
    <Column>
      <PageHeader
        title="Bring in what exists"
        kicker={<SettingsKicker />}
        lead="Insights from a spreadsheet or from another system, as a CSV file. Nothing is posted before you have seen what would be, and all of it can be taken back."
      />
      <NotDone answer={answer} />
      <Section title="A new file">
        <div className="grid gap-5">
          <p>
            <a
              href="/settings/import/template.csv"
              className="font-medium text-accent underline underline-offset-4"
            >
              Download a template
            </a>{" "}
            to fill in, or choose what LibAnswers, LibConnect, RefTracker or a spreadsheet has saved as CSV.
          </p>
          <UploadForm mappingNames={mappingNames} problem={answer?.problem} busy={busy} />
        </div>
      </Section>
      <Section title="Brought in so far">
        {imports.length === 0 && (
          <EmptyState title="Nothing yet">
            Each file stands here with what came of it, and can be undone.
          </EmptyState>
        )}
        <ImportList imports={imports} ownId={ownId} />
      </Section>
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
