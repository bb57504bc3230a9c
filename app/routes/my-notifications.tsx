import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { readChoices } from "../notifications/choices.ts";
import { ChoicesForm } from "../notifications/choices-form.tsx";
import { chooseDeliveries } from "../notifications/choose-deliveries.server.ts";
import { findChoices } from "../notifications/find-choices.server.ts";
import { NotDone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader } from "../ui/page.tsx";

export const meta: MetaFunction = () => [{ title: "What you are told · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  return {
    choices: await findChoices(person.id),
    mail: !isMailSetUp()
      ? ("away" as const)
      : person.demonstration
        ? ("demonstration" as const)
        : ("here" as const),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const choices =
      readChoices((kind) => field(form, kind)) ?? badRequest("The form chose what is not offered.");
    await chooseDeliveries({ personId: person.id, choices });
    return redirect("/me/notifications", {
      headers: { "Set-Cookie": noticeCookie(request, "choices-saved") },
    });
  });
}

export default function MyNotifications(): JSX.Element {
  const { choices, mail } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        kicker={
          <Link to="/notifications" className="underline underline-offset-4">
            Notifications
          </Link>
        }
        title="What you are told, and how"
        lead={
          <>
            Whatever comes by mail stands in your notifications as well, and you are told only of what you may
            read. The weekly mail comes{" "}
            <Link to="/me/weekly-mail" className="link">
              as you chose
            </Link>
            ; without it, what would come with it stands in your notifications alone.
          </>
        }
      />
      <NotDone answer={useActionData<typeof action>()} />
      {mail !== "here" && (
        <div className="mb-6">
          <Notice
            title={mail === "away" ? "Mail is not set up here" : "Demonstration colleagues get no mail"}
          >
            What you choose is kept. Until then everything that would come by mail is in your notifications
            alone.
          </Notice>
        </div>
      )}
      <ChoicesForm choices={choices} />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
