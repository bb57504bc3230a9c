import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requireTypist } from "../http/require-person.server.ts";
import { draftLimits } from "../insights/draft.ts";
import { dropDraft } from "../insights/drop-draft.server.ts";
import { readIdempotencyKey } from "../insights/idempotency-key.server.ts";
import { listDrafts, listPosted } from "../insights/list-drafts.server.ts";
import { keepSentDraft } from "./keep-sent-draft.server.ts";

/** What this person was writing, for a form that opens; and which of the keys a device still keeps are posted. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requireTypist(request, context);
  const keys = new URL(request.url).searchParams.getAll("key").slice(0, draftLimits.most);
  const [drafts, posted] = await Promise.all([listDrafts(person.id), listPosted(person.id, keys)]);
  return Response.json({ drafts, posted: posted.map(({ key }) => key) });
}

/** Keeps what is being written, as it is written; or lets it go. Asked by a form about once a second at most. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireTypist(request, context);
  const form = await readForm(request);
  // A form left open by one person must not leave its words with the next who signs in.
  if (field(form, "as") !== person.id) return Response.json({ kept: false }, { status: 409 });
  const key = readIdempotencyKey(field(form, "key")) ?? badRequest("The form came without its key.");
  if (field(form, "intent") === "drop") {
    await dropDraft({ personId: person.id, key });
    return Response.json({ kept: false });
  }
  return keepSentDraft({ request, form, key, personId: person.id });
}
