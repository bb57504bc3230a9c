import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { listDepartments } from "../departments/list-departments.server.ts";
import { field, fields, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { listOfferedTags } from "../insights/list-offered-tags.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { NotDone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { chooseWeeklyMail } from "../weekly/choose-weekly-mail.server.ts";
import { findWeeklyMailChoice } from "../weekly/find-weekly-mail-choice.server.ts";
import { listMailedWeeks } from "../weekly/list-mailed-weeks.server.ts";
import { MailedWeeks } from "../weekly/mailed-weeks.tsx";
import { readMailChoice } from "../weekly/read-mail-choice.ts";
import { WeeklyMailForm } from "../weekly/weekly-mail-form.tsx";

export const meta: MetaFunction = () => [{ title: "The weekly mail · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const [choice, weeks, departments, tags] = await Promise.all([
    findWeeklyMailChoice(person.id),
    listMailedWeeks(person.id),
    listDepartments(),
    listOfferedTags({ person }),
  ]);
  const offered = {
    departments: departments.filter(({ closed }) => !closed).map(asOption),
    tags: tags.map(({ name, synonyms }) => ({ value: name, label: name, keywords: synonyms })),
  };
  return { choice, weeks, offered, comes: isMailSetUp() && !person.demonstration };
}

export function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    const form = await readForm(request);
    const sent = {
      one: (name: string) => field(form, name),
      all: (name: string) => fields(form, name),
    };
    const choice = readMailChoice(sent) ?? badRequest("The form chose what is not offered.");
    await chooseWeeklyMail({ personId: person.id, choice });
    return redirect("/me/weekly-mail", { headers: { "Set-Cookie": noticeCookie(request, "choices-saved") } });
  });
}

function asOption({ slug, name, aliases }: { slug: string; name: string; aliases: string[] }) {
  return { value: slug, label: name, keywords: aliases };
}

export default function MyWeeklyMail(): JSX.Element {
  const { choice, weeks, offered, comes } = useLoaderData<typeof loader>();
  return (
    <Column>
      <PageHeader
        title="The weekly mail"
        lead={
          <>
            The weekly issue, once a week, with what is yours on top.{" "}
            <Link to="/me/following" className="link">
              Choose what you follow
            </Link>
          </>
        }
      />
      <NotDone answer={useActionData<typeof action>()} />
      {!comes && (
        <div className="mb-6">
          <Notice title="No mail comes at present">
            Mail is not set up here, or you are a demonstration colleague. What you choose is kept.
          </Notice>
        </div>
      )}
      <Section title="How it comes" hideTitle>
        <WeeklyMailForm key={JSON.stringify(choice)} choice={choice} offered={offered} />
      </Section>
      {weeks.length > 0 && (
        <Section title="The latest ones">
          <MailedWeeks weeks={weeks} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
