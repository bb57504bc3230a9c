import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "../http/require-person.server.ts";
import { listFormChoices } from "../insights/list-form-choices.server.ts";
import type { PostingChoices } from "../insights/use-posting-form.ts";

/** What the first page's capture box offers, asked for when somebody is about to open it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const { choices, lastChannel } = await listFormChoices({ person });
  const answer: PostingChoices = { choices, lastChannel, postingAs: person.name, writer: person.id };
  return Response.json(answer);
}
