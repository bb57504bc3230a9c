import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { findInsight } from "../insights/find-insight.server.ts";
import { isTalk } from "../insights/talk-by-intent.server.ts";
import { talkOf } from "./talk-from-form.server.ts";

/** There is nothing to read here: what is said about an insight stands on its own page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return notFound();
}

/** The forms about an insight, answered with data where there is script and the page stays. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const answer = await orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const insight = await findInsight({ person, id: params.id ?? "" });
    if (!insight) return undefined;
    const form = await readForm(request);
    const intent = field(form, "intent");
    if (!isTalk(intent)) return badRequest("The form did not say what to do.");
    return await talkOf({ person, id: insight.card.id, form, intent });
  });
  if (answer === undefined) return Response.json({ gone: true }, { status: 404 });
  if ("init" in answer) return Response.json(answer.data, answer.init ?? undefined);
  return Response.json(answer, { status: answer.done ? 200 : answer.conflict ? 409 : 400 });
}
