import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { forbidden } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { countMails } from "../mail/count-mails.server.ts";
import { MailFacts } from "../mail/mail-facts.tsx";
import { mailSettings } from "../mail/mail-settings.server.ts";
import { type MailTrial, tryMail } from "../mail/try-mail.server.ts";
import { canManagePeople } from "../people/policy.ts";
import { Button } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { SettingsKicker } from "./settings-kicker.tsx";

export const meta: MetaFunction = () => [{ title: "Mail · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  if (!canManagePeople(person)) return forbidden();
  const settings = mailSettings();
  if (!settings) return { settings: undefined, counts: [] };
  const { server, login, from, origin } = settings;
  const encrypted = server.secure
    ? "always"
    : server.ignoreTLS
      ? "never"
      : server.requireTLS
        ? "always"
        : "if it can be";
  return {
    // Never the password.
    settings: { host: `${server.host}:${server.port}`, encrypted, user: login?.user ?? "", from, origin },
    counts: await countMails(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    if (!canManagePeople(person)) return forbidden();
    const trial = await tryMail({ personId: person.id });
    return data({ trial }, { status: trial.outcome === "sent" ? 200 : 400 });
  });
}

type Answer = { trial?: MailTrial } & Undone;

export default function SettingsMail(): JSX.Element {
  const { settings, counts } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const busy = useNavigation().state === "submitting";
  const trial = answer?.trial;
  return (
    <Column>
      <PageHeader title="Mail" kicker={<SettingsKicker />} />
      <NotDone answer={answer} />
      {trial && (
        <div className="mb-6">
          {trial.outcome === "sent" ? (
            <Notice tone="done" title={`The mail server took a mail for ${trial.to}.`}>
              If it does not arrive within minutes, look among unwanted mail, and ask who runs the mail
              server.
            </Notice>
          ) : (
            <Notice tone="error" title="It was not sent">
              {trial.reason}
            </Notice>
          )}
        </div>
      )}
      {settings ? (
        <>
          <Section title="How mail leaves" hideTitle>
            <MailFacts settings={settings} counts={counts} />
          </Section>
          <Form method="post" className="mt-8">
            <Button variant="secondary" pending={busy} pendingLabel="Asking the mail server…">
              Send me a mail to try it
            </Button>
          </Form>
        </>
      ) : (
        <p className="max-w-measure">
          Mail is not set up. Everything works without it: links for new colleagues and new passwords are
          shown to administrators, to hand over. Whoever runs the server sets SMTP_URL, MAIL_FROM and
          APP_ORIGIN to send it by mail.
        </p>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
