import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest, notFound } from "../http/problems.server.ts";
import { searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { readMailToken } from "../mail/mail-token.server.ts";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { chooseWeeklyMail } from "../weekly/choose-weekly-mail.server.ts";
import { findWeeklyMailChoice } from "../weekly/find-weekly-mail-choice.server.ts";
import { readMailChoice } from "../weekly/read-mail-choice.ts";
import { WeeklyMailForm } from "../weekly/weekly-mail-form.tsx";

export const meta: MetaFunction = () => [{ title: "The weekly mail · Corridor" }];

/** For whoever holds a mail: its token says whose choice it is, whoever is signed in. Looking changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const personId = (await readMailToken(params.token ?? "")) ?? notFound();
  const { saved } = searchParams(request, { one: ["saved"] });
  return { choice: await findWeeklyMailChoice(personId), saved: saved === "1" };
}

/** The form's choice; or that of a mail program, which sends what RFC 8058 has it send and needs no page. */
export function action({ request, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const token = params.token ?? "";
    const personId = (await readMailToken(token)) ?? notFound();
    const form = await readForm(request);
    if (field(form, "List-Unsubscribe") === "One-Click") {
      await chooseWeeklyMail({ personId, choice: { scope: "never" } });
      return redirect(`/mail/weekly/${token}?saved=1`, 303);
    }
    const choice =
      readMailChoice({ one: (name) => field(form, name), all: () => [] }) ??
      badRequest("The form chose what is not offered.");
    await chooseWeeklyMail({ personId, choice });
    return redirect(`/mail/weekly/${token}?saved=1`, 303);
  });
}

export default function WeeklyMail(): JSX.Element {
  const { choice, saved } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader title="The weekly mail" lead="How the weekly issue comes to you by mail." />
      {saved && (
        <div className="mb-6">
          <Notice
            tone="done"
            title={
              choice.scope === "never" ? "Stopped: you get no weekly mail any more." : "Your choice is saved."
            }
          />
        </div>
      )}
      <WeeklyMailForm key={JSON.stringify(choice)} choice={choice} stop />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
