import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { NotDone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { findSystem } from "../upkeep/find-system.server.ts";
import { canSeeSystem } from "../upkeep/policy.ts";
import { whatIsWrong } from "../upkeep/system.ts";
import { SystemView } from "../upkeep/system-view.tsx";
import { tryJobsAgain } from "../upkeep/try-jobs-again.server.ts";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "How it runs · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canSeeSystem(person)) return forbidden();
  const system = await findSystem();
  return { system, wrong: whatIsWrong(system, new Date()) };
}

export function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canSeeSystem(person)) return forbidden();
    const form = await readForm(request);
    const [intent, id] = [field(form, "intent"), field(form, "id")];
    if (intent === "try-all-again") await tryJobsAgain({ person });
    else if (intent === "try-again" && id !== undefined && isId(id)) await tryJobsAgain({ person, id });
    else return badRequest("The form asked for what there is not.");
    return redirect("/settings/system", {
      headers: { "Set-Cookie": noticeCookie(request, "job-tried-again") },
    });
  });
}

export default function HowItRuns(): JSX.Element {
  const { system, wrong } = useLoaderData<typeof loader>();
  const answer = useActionData() as Parameters<typeof NotDone>[0]["answer"];
  return (
    <Column>
      <PageHeader
        kicker={<SettingsKicker />}
        title="How it runs"
        lead="The parts Corridor stands on, as they are at this moment."
      />
      <NotDone answer={answer} />
      <SystemView system={system} wrong={wrong} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
