import { data, redirect } from "@remix-run/node";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { notFound } from "../http/problems.server.ts";
import { safeRedirect } from "../http/safe-redirect.server.ts";
import { commentAnchor, type TalkAnswer } from "../insights/talk.ts";
import { talkByIntent } from "../insights/talk-by-intent.server.ts";
import type { Person } from "../people/person.ts";
import { inPlaceField } from "../ui/in-place.ts";

type Asked = { request: Request; person: Person; id: string; form: FormData; intent: string };

/** A form about an insight: answered with data where the page stays, else by the page to go on to. */
export async function talkFromForm({ request, person, id, form, intent }: Asked) {
  const sent = {
    one: (name: string) => field(form, name),
    all: (name: string) => fields(form, name),
  };
  const answer = await talkByIntent({ person, id, sent, intent });
  const inPlace = isInPlace(form);
  if (answer === "not-possible") return inPlace ? gone() : notFound();
  if (!answer.done) return data(answer, { status: answer.conflict ? 409 : 400 });
  return inPlace ? data(answer) : redirect(whereTo(request, { id, answer }));
}

/** What was pressed concerns something no longer there: said where it was pressed, as the page there is still good. */
function gone() {
  return data({ gone: true } satisfies TalkAnswer, { status: 404 });
}

/** The same of an insight there is not, or not for this person. */
export async function goneFrom(request: Request) {
  const form = await readForm(request).catch(() => notFound());
  return isInPlace(form) ? gone() : notFound();
}

/** What was typed into a form that was refused before anybody read it, for pages without script. */
export async function talkSentWith(request: Request): Promise<TalkAnswer> {
  const form = await readForm(request);
  const intent = field(form, "intent") ?? "";
  const typed = ["body", "words", "channel", "heardOn", "reason"].flatMap((name) => {
    const value = field(form, name);
    return value ? [[name, value]] : [];
  });
  const commentId = field(form, "comment");
  return { refused: { intent, commentId, problems: {}, sent: Object.fromEntries(typed) } };
}

function isInPlace(form: FormData): boolean {
  return form.has(inPlaceField);
}

/** Without script: to the comment, or back to where the card was pressed. */
function whereTo(request: Request, { id, answer }: { id: string; answer: TalkAnswer }): string {
  const own = `/insights/${id}`;
  const { done } = answer;
  if (done?.commentId) return `${own}#${commentAnchor(done.commentId)}`;
  if (done?.intent === "corroborate-in-words") return `${own}#voices`;
  if (done?.intent === "tell") return `${own}#told`;
  const referrer = request.headers.get("Referer") ?? "";
  const { origin } = new URL(request.url);
  const from = referrer.startsWith(`${origin}/`) ? referrer.slice(origin.length) : own;
  const back = safeRedirect(from.split("#")[0], own);
  return back.split("?")[0] === own ? own : `${back}#${id}`;
}
