import type { ActionFunctionArgs } from "@remix-run/node";
import { field, readForm } from "../http/form-data.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { listPosted } from "../insights/list-drafts.server.ts";
import { postFromForm } from "./post-from-form.server.ts";

/** Posts what a device kept while it had no connection, and says in JSON what the form would have been told. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = request.clone();
  const answer = await postFromForm({ request, context });
  if ("init" in answer) return Response.json(answer.data, answer.init ?? undefined);
  const person = await requirePerson(request, context);
  const key = field(await readForm(sent), "key") ?? "";
  const [posted] = await listPosted(person.id, [key]);
  return Response.json({ posted: posted?.id });
}

/** There is nothing to look at. */
export function loader(): never {
  throw new Response("Method not allowed", { status: 405, statusText: "Method Not Allowed" });
}
