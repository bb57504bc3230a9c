import { data, redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { readIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { readDraft } from "../insights/insight-draft.ts";
import type { FieldValues } from "../insights/insight-fields.tsx";
import { postInsight } from "../insights/post-insight.server.ts";
import { fieldValues, type SentDraft, sentDraft } from "../insights/sent-draft.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

/** What both pages with the posting form do with it: the page the form stands on answers, so that its text stays. */
export function postFromForm({ request, context }: { request: Request; context: AppLoadContext }) {
  return orTryAgain(
    async () => {
      const person = await requirePerson(request, context);
      const form = await readForm(request);
      const idempotencyKey =
        readIdempotencyKey(field(form, "key")) ?? badRequest("The form came without its key.");
      const { timeZone } = await findLibrarySettings();
      const sent = sentDraft(form);
      const read = readDraft(sent, { today: dayIn(timeZone, new Date()) });
      if ("problems" in read) return refused(read.problems, sent);
      const posted = await postInsight({ person, draft: read.draft, idempotencyKey, source: "web" });
      if (posted.outcome === "refused") return refused(posted.problems, sent);
      if (posted.outcome === "key-reused") {
        return data({ postedBefore: posted.id, sent: fieldValues(sent) }, { status: 409 });
      }
      return redirect("/", { headers: { "Set-Cookie": noticeCookie(request, "insight-posted", posted.id) } });
    },
    () => sentWith(request),
  );
}

/** What was typed into a form that was refused before anybody read it. */
export async function sentWith(request: Request): Promise<{ sent: FieldValues }> {
  return { sent: fieldValues(sentDraft(await readForm(request))) };
}

/** A draft with something wrong: what, beside each field, and the fields as they were typed. */
export function refused(problems: object, sent: SentDraft) {
  return data({ problems, sent: fieldValues(sent) }, { status: 400 });
}
