import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { listDepartments } from "../departments/list-departments.server.ts";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { findImport, listRowProblems } from "../imports/find-import.server.ts";
import { listMappingNames } from "../imports/find-mapping.server.ts";
import { isRunning } from "../imports/import.ts";
import { ImportActions } from "../imports/import-actions.tsx";
import { importFile } from "../imports/import-files.server.ts";
import { ImportOutcome } from "../imports/import-outcome.tsx";
import { ImportProgress } from "../imports/import-progress.tsx";
import { listKept } from "../imports/list-kept.server.ts";
import { lookAtFile } from "../imports/look-at-file.server.ts";
import { MappingForm } from "../imports/mapping-form.tsx";
import { canImport, canMakeChannels, canMakeDepartments, canOpenImport } from "../imports/policy.ts";
import { RowProblems } from "../imports/row-problems.tsx";
import { turnByIntent } from "../imports/turn-by-intent.server.ts";
import { UnknownValuesForm } from "../imports/unknown-values-form.tsx";
import { NotDone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { listChannels } from "../vocabulary/list-channels.server.ts";
import { answerTurned } from "./import-answer.server.ts";

export const meta: MetaFunction = () => [{ title: "An import · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canImport(person)) return forbidden();
  const found = await findImport({ person, id: params.id ?? "" });
  if (!found) return notFound();
  const isOwn = canOpenImport(person, found);
  const { mapping, headings, ...view } = found;
  const asksColumns = isOwn && view.state === "mapping" && !view.fileDroppedAt;
  const asksWords = isOwn && view.state === "checked" && view.unknown.length > 0;
  const choices = asksColumns || asksWords;
  const [departments, channels, mappingNames, looked, problems, kept] = await Promise.all([
    choices ? listDepartments() : [],
    choices ? listChannels() : [],
    asksColumns ? listMappingNames() : [],
    asksColumns ? lookAtFile({ path: importFile(view.id), ...mapping }, { rows: 5 }) : undefined,
    isOwn && view.refused > 0 ? listRowProblems(view.id, 20) : [],
    view.state === "undone" ? listKept({ person, importId: view.id }) : [],
  ]);
  return {
    view: { ...view, unknown: isOwn ? view.unknown : [] },
    isOwn,
    mayMake: canMakeDepartments(person),
    mayMakeChannels: canMakeChannels(person),
    columns: looked && { mapping, headings, samples: looked.samples, mappingNames },
    departments: departments.filter(({ closed }) => !closed).map(({ slug, name }) => ({ slug, name })),
    channels: channels.map(({ slug, name }) => ({ slug, name })),
    problems,
    kept,
  };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canImport(person)) return forbidden();
    const found = await findImport({ person, id: params.id ?? "" });
    if (!found) return notFound();
    const form = await readForm(request);
    const sent = {
      one: (name: string) => field(form, name) ?? "",
      all: (name: string) => fields(form, name),
    };
    const turned = await turnByIntent({ person, found, sent });
    return answerTurned(turned, `/settings/import/${found.id}`);
  });
}

type Answer = { errors?: { id: string; message: string }[]; unavailable?: true; signedOut?: true };

export default function ImportPage(): JSX.Element {
  const { view, isOwn, columns, departments, channels, problems, kept, mayMake, mayMakeChannels } =
    useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const busy = useNavigation().state !== "idle";
  const { id, state, unknown } = view;
  const posted = state === "checked" ? (view.checked?.posted ?? 0) : view.posted;
  return (
    <Column>
      <PageHeader
        title={<span className="wrap-anywhere">{view.fileName}</span>}
        kicker="Bring in what exists"
      />
      <NotDone answer={answer} />
      <div className="grid gap-6">
        {view.trouble && (
          <Notice tone="warn" title="It could not go on">
            {view.trouble}
          </Notice>
        )}
        {isRunning(state) && <ImportProgress view={view} path={`/settings/import/${id}`} />}
        <ImportOutcome view={view} kept={kept} />
        {columns && (
          <MappingForm
            key={JSON.stringify(columns.mapping)}
            {...columns}
            departments={departments}
            channels={channels}
            errors={answer?.errors ?? []}
            busy={busy}
          />
        )}
        <ImportActions
          state={state}
          posted={posted}
          isOwn={isOwn}
          hasFile={!view.fileDroppedAt}
          busy={busy}
        />
      </div>
      {unknown.length > 0 && state === "checked" && (
        <Section title="Names nobody knows here">
          <UnknownValuesForm
            unknown={unknown}
            departments={departments}
            channels={channels}
            mayMake={mayMake}
            mayMakeChannels={mayMakeChannels}
          />
        </Section>
      )}
      <RowProblems path={`/settings/import/${id}`} problems={problems} refused={view.refused} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
