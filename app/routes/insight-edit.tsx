import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { takeSentFiles } from "../files/take-sent-files.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { correctionKey } from "../insights/draft.ts";
import { draftValues } from "../insights/draft-values.server.ts";
import { EditConflict } from "../insights/edit-conflict.tsx";
import { editInsight } from "../insights/edit-insight.server.ts";
import { type EditConflictFound, findConflict } from "../insights/find-conflict.server.ts";
import { findInsight } from "../insights/find-insight.server.ts";
import { formIdentity } from "../insights/form-in-hand.ts";
import { readDraft } from "../insights/insight-draft.ts";
import { InsightForm } from "../insights/insight-form.tsx";
import { findDraft } from "../insights/list-drafts.server.ts";
import { listFormChoices } from "../insights/list-form-choices.server.ts";
import { isSavedAlready } from "../insights/merge-values.ts";
import { canEdit } from "../insights/policy.ts";
import { fieldValues, sentDraft } from "../insights/sent-draft.ts";
import { useFormInHand } from "../insights/use-form-in-hand.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Column, PageHeader } from "../ui/page.tsx";
import { problemsOf, refused, sentWith } from "./post-from-form.server.ts";

export const meta: MetaFunction = () => [{ title: "Edit insight · Corridor" }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const insight = await findInsight({ person, id: params.id ?? "" });
  if (!insight || !canEdit(person, insight.judged)) return forbidden();
  const kept = insight.card.departments.map(({ slug }) => slug);
  const key = correctionKey(insight.card.id);
  const asked = new URL(request.url).searchParams.get("draft") === key;
  const [values, { choices }, draft] = await Promise.all([
    draftValues(insight),
    listFormChoices({ person, kept }),
    asked ? findDraft({ personId: person.id, key }) : undefined,
  ]);
  const { version } = insight;
  return { id: insight.card.id, version, values, choices, draft, idempotencyKey: key, writer: person.id };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  return orTryAgain(
    async () => {
      const person = await requirePerson(request, context);
      const id = params.id ?? "";
      const insight = await findInsight({ person, id });
      if (!insight) return notFound();
      if (!canEdit(person, insight.judged)) return forbidden();
      const form = await readForm(request);
      const version = Number(
        /^\d{1,9}$/.exec(field(form, "version") ?? "") ?? badRequest("The form came without its version."),
      );
      const { timeZone } = await findLibrarySettings();
      const sent = sentDraft(form);
      const read = readDraft(sent, { today: dayIn(timeZone, new Date()) });
      const taken = await takeSentFiles({ personId: person.id, form, uploads: context.uploads ?? [] });
      const wrong = problemsOf(read, taken);
      if (wrong || "problems" in read) return refused(wrong ?? {}, sent, taken);
      const { files } = taken;
      const edited = await editInsight({ person, id, version, draft: read.draft, files });
      if (edited.outcome === "refused") return refused(edited.problems, sent, taken);
      if (edited.outcome === "changed-meanwhile") {
        const saved = (await findInsight({ person, id })) ?? notFound();
        const mine = { ...fieldValues(sent), files };
        const conflict = await findConflict({ begunFrom: version, saved, mine });
        if (!isSavedAlready(conflict)) return data({ conflict }, { status: 409 });
      }
      return redirect(`/insights/${id}`, {
        headers: { "Set-Cookie": noticeCookie(request, "insight-edited") },
      });
    },
    () => sentWith(request, context),
  );
}

export default function EditInsight(): JSX.Element {
  const { id, version, values, choices, ...page } = useLoaderData<typeof loader>();
  const { idempotencyKey: key, inHand, onForm } = useFormInHand(page);
  const { writer } = page;
  const answer = useActionData<typeof action>() as { conflict?: EditConflictFound } | undefined;
  const conflict = answer?.conflict;
  // A draft that was begun before the insight was changed elsewhere meets that change as a conflict.
  const from = inHand?.restored?.fields.version?.[0] ?? String(version);
  return (
    <Column>
      <PageHeader title="Edit insight" />
      <div className="grid gap-6">
        {conflict && <EditConflict {...conflict} choices={choices} />}
        <InsightForm
          key={`${conflict?.version ?? version} ${formIdentity(inHand)}`}
          choices={choices}
          values={conflict?.merged ?? inHand?.values ?? values}
          hidden={{ as: writer, key, version: conflict ? String(conflict.version) : from }}
          keeping={{ writer, key, insightId: id, blank: values, inHand, mayRestore: !answer, onForm }}
          submitLabel={submitLabel(conflict)}
          cancelTo={`/insights/${id}`}
        />
      </div>
    </Column>
  );
}

function submitLabel(conflict: EditConflictFound | undefined): string {
  if (!conflict) return "Save changes";
  return conflict.disputed.length === 0 ? "Save both together" : "Save mine over it";
}

export { keepWriting as clientAction } from "./keep-writing.ts";
export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
