import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { notFound } from "../http/problems.server.ts";
import { requirePerson, requireTypist } from "../http/require-person.server.ts";
import { insightLimits } from "../insights/insight.ts";
import { similarLimits } from "../insights/similar-insight.ts";
import { findSimilarInsights } from "../search/find-similar-insights.server.ts";

/** There is nothing to read here: what is being written is asked about in a body, which no log and no history keeps. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return notFound();
}

/** What colleagues noted that resembles what is being written. It changes nothing, however often it is asked. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requireTypist(request, context);
  const form = await readForm(request);
  const text = (field(form, "body") ?? "").slice(0, similarLimits.characters);
  const departments = fields(form, "departments").slice(0, insightLimits.departments);
  return Response.json(await findSimilarInsights({ person, text, departments }));
}
