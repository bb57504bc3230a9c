import { data, redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/server-runtime";
import { type TakenFiles, takeSentFiles } from "../files/take-sent-files.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { optionalPerson, requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { answerWithInsight } from "../insights/answer-question.server.ts";
import { answerQuestionToAsk } from "../insights/answer-question-to-ask.server.ts";
import { readIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { type DraftProblems, readDraft } from "../insights/insight-draft.ts";
import type { FieldValues } from "../insights/insight-fields.tsx";
import { postInsight } from "../insights/post-insight.server.ts";
import { fieldValues, type SentDraft, sentDraft } from "../insights/sent-draft.ts";
import { supersedeInsight } from "../insights/supersede-insight.server.ts";
import type { Person } from "../people/person.ts";
import { dayIn } from "../settings/calendar.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";

type Posted = {
  request: Request;
  context: AppLoadContext;
  /** The question that what is posted answers. */
  questionId?: string;
  /** What was to be asked of a department, and is answered by it. */
  askedId?: string;
  /** The insight whose place it takes. */
  olderId?: string;
};

/** What the pages with the posting form do with it: the page the form stands on answers, so that its text stays. */
export function postFromForm({ request, context, questionId, askedId, olderId }: Posted) {
  return orTryAgain(
    async () => {
      const person = await requirePerson(request, context);
      const form = await readForm(request);
      const idempotencyKey =
        readIdempotencyKey(field(form, "key")) ?? badRequest("The form came without its key.");
      const { timeZone } = await findLibrarySettings();
      const sent = sentDraft(form);
      const writtenAs = field(form, "as");
      if (writtenAs && writtenAs !== person.id) return askWhose(person, sent);
      const read = readDraft(sent, { today: dayIn(timeZone, new Date()) });
      const taken = await takeSentFiles({ personId: person.id, form, uploads: context.uploads ?? [] });
      const wrong = problemsOf(read, taken);
      if (wrong || "problems" in read) return refused(wrong ?? {}, sent, taken);
      const { draft } = read;
      const { files } = taken;
      const posted = await postInsight({ person, draft, files, idempotencyKey, source: "web" });
      if (posted.outcome === "refused") return refused(posted.problems, sent, taken);
      if (posted.outcome === "key-reused") {
        return data({ postedBefore: posted.id, sent: { ...fieldValues(sent), files } }, { status: 409 });
      }
      if (questionId !== undefined) return toQuestion(request, { person, questionId, answerId: posted.id });
      if (askedId !== undefined)
        return toAsked(request, { person, questionId: askedId, insightId: posted.id });
      if (olderId !== undefined) return inPlaceOf(request, { person, id: olderId, newerId: posted.id });
      return redirect("/", { headers: { "Set-Cookie": noticeCookie(request, "insight-posted", posted.id) } });
    },
    () => sentWith(request, context),
  );
}

/** Somebody else has signed in since the form was opened: nothing is posted in their name before they have said so. */
function askWhose({ id, name }: Person, sent: SentDraft) {
  return data({ signedInNow: { id, name }, sent: fieldValues(sent) }, { status: 409 });
}

/** Ties what was posted to the question it answers, and goes back there; sent again, it is tied all the same. */
async function toQuestion(request: Request, answer: Parameters<typeof answerWithInsight>[0]) {
  const { outcome } = await answerWithInsight(answer);
  const to = outcome === "not-possible" ? `/insights/${answer.answerId}` : `/insights/${answer.questionId}`;
  return redirect(to, { headers: { "Set-Cookie": noticeCookie(request, "insight-posted") } });
}

/** Ticks off what was to be asked, and goes back to what else is; gone meanwhile, the insight is posted all the same. */
async function toAsked(request: Request, answer: Parameters<typeof answerQuestionToAsk>[0]) {
  const slug = await answerQuestionToAsk(answer);
  const to = slug === undefined ? `/insights/${answer.insightId}` : `/departments/${slug}/questions`;
  const notice = slug === undefined ? "insight-posted" : "question-answered";
  return redirect(to, { headers: { "Set-Cookie": noticeCookie(request, notice) } });
}

/** Lets what was posted take the older one's place, and goes there; what may not is posted all the same. */
async function inPlaceOf(request: Request, change: Parameters<typeof supersedeInsight>[0]) {
  const { outcome } = await supersedeInsight(change);
  const replaced = outcome === "done" || outcome === "already-done";
  const notice = replaced ? "insight-replaced" : "insight-posted-beside";
  return redirect(`/insights/${change.newerId}`, {
    headers: { "Set-Cookie": noticeCookie(request, notice) },
  });
}

/** What was typed into a form that was refused before anybody read it. */
export async function sentWith(request: Request, context: AppLoadContext): Promise<{ sent: FieldValues }> {
  const form = await readForm(request);
  const person = await optionalPerson(request, context);
  const taken = person && (await takeSentFiles({ personId: person.id, form, uploads: [] }));
  return { sent: { ...fieldValues(sentDraft(form)), files: taken?.files } };
}

/** A draft with something wrong: what, beside each field, and the fields as they were typed. */
export function refused(problems: DraftProblems, sent: SentDraft, { files }: Pick<TakenFiles, "files">) {
  return data({ problems, sent: { ...fieldValues(sent), files } }, { status: 400 });
}

/** What is wrong with a draft and with its files, at once. */
export function problemsOf(read: ReturnType<typeof readDraft>, taken: TakenFiles): DraftProblems | undefined {
  const problems = "problems" in read ? read.problems : {};
  if (taken.problem !== undefined) return { ...problems, files: taken.problem };
  return "problems" in read ? problems : undefined;
}
