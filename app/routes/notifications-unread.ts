import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requireOnlooker, requirePerson } from "../http/require-person.server.ts";
import { isId } from "../insights/insight.ts";
import { countUnread } from "../notifications/count-unread.server.ts";
import { markRead } from "../notifications/mark-read.server.ts";

/** How many are unread: what the bell asks once a minute. A page left open keeps nobody signed in by it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireOnlooker(request, context);
  return Response.json({ unread: await countUnread(person) });
}

/** Marks what was told of an insight that has just been opened, and says how many are left. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  const insightId = field(await readForm(request), "insight") ?? "";
  if (!isId(insightId)) badRequest("The form did not say what to mark.");
  await markRead({ personId: person.id, which: { insightId } });
  return Response.json({ unread: await countUnread(person) });
}
