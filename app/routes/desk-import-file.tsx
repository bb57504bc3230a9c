import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { listSources } from "../desk/list-sources.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { enquiryImportByIntent } from "../imports/enquiry-import-by-intent.server.ts";
import { EnquiryImportState } from "../imports/enquiry-import-state.tsx";
import { EnquiryMappingForm } from "../imports/enquiry-mapping-form.tsx";
import { findEnquiryImport } from "../imports/find-enquiry-import.server.ts";
import { listRowProblems } from "../imports/find-import.server.ts";
import { importFile } from "../imports/import-files.server.ts";
import { lookAtFile } from "../imports/look-at-file.server.ts";
import { canImport, canOpenImport } from "../imports/policy.ts";
import { RowProblems } from "../imports/row-problems.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { answerTurned } from "./import-answer.server.ts";

export const meta: MetaFunction = () => [{ title: "Enquiries being brought in · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canImport(person)) return forbidden();
  const found = await findEnquiryImport({ person, id: params.id ?? "" });
  if (!found) return notFound();
  const isOwn = canOpenImport(person, found);
  const { mapping, headings, ...view } = found;
  const asks = isOwn && view.state === "mapping" && !view.fileDroppedAt;
  const [sources, looked, problems] = await Promise.all([
    asks ? listSources() : [],
    asks ? lookAtFile({ path: importFile(view.id), ...mapping }, { rows: 5 }) : undefined,
    isOwn && view.refused > 0 ? listRowProblems(view.id, 20) : [],
  ]);
  return {
    view,
    isOwn,
    columns: looked && { mapping, headings, samples: looked.samples, sources },
    problems,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canImport(person)) return forbidden();
    const found = await findEnquiryImport({ person, id: params.id ?? "" });
    if (!found) return notFound();
    const form = await readForm(request);
    const turned = await enquiryImportByIntent({ person, found, one: (name) => field(form, name) ?? "" });
    return answerTurned(turned, `/desk/import/${found.id}`);
  });
}

type Answer = { errors?: { id: string; message: string }[] } & Undone;

export default function DeskImportFile(): JSX.Element {
  const { view, isOwn, columns, problems } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const busy = useNavigation().state !== "idle";
  return (
    <Column>
      <PageHeader
        title={<span className="wrap-anywhere">{view.fileName}</span>}
        kicker={
          <Link to="/desk/import" className="link">
            Enquiries being brought in
          </Link>
        }
      />
      <NotDone answer={answer} />
      <div className="grid gap-6">
        <EnquiryImportState view={view} isOwn={isOwn} busy={busy} />
        {columns && (
          <EnquiryMappingForm
            key={JSON.stringify(columns.mapping)}
            {...columns}
            errors={answer?.errors ?? []}
            busy={busy}
          />
        )}
      </div>
      <RowProblems path={`/desk/import/${view.id}`} problems={problems} refused={view.refused} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
