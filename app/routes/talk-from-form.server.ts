import { data, redirect } from "@remix-run/node";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { notFound } from "../http/problems.server.ts";
import { safeRedirect } from "../http/safe-redirect.server.ts";
import { commentAnchor, type TalkAnswer } from "../insights/talk.ts";
import { talkByIntent } from "../insights/talk-by-intent.server.ts";
import type { Person } from "../people/person.ts";

type Asked = { person: Person; id: string; form: FormData; intent: string };

/** Does what a form about an insight asks; undefined when it is about what there is not or may not be done. */
export async function talkOf({ person, id, form, intent }: Asked): Promise<TalkAnswer | undefined> {
  const sent = {
    one: (name: string) => field(form, name),
    all: (name: string) => fields(form, name),
  };
  const answer = await talkByIntent({ person, id, sent, intent });
  return answer === "not-possible" ? undefined : answer;
}

/** The same for pages without script: answered by the page to go on to, or with what is wrong. */
export async function talkFromForm({ request, ...asked }: Asked & { request: Request }) {
  const answer = (await talkOf(asked)) ?? notFound();
  if (!answer.done) return data(answer, { status: answer.conflict ? 409 : 400 });
  return redirect(whereTo(request, { id: asked.id, answer }));
}

/** What was typed into a form that was refused before anybody read it. */
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

/** To the comment, to what was said, or back to where the card was pressed. */
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
