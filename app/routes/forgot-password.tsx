import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { notFound } from "../http/problems.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isMailSetUp } from "../mail/mail-settings.server.ts";
import { askReset } from "../people/ask-reset.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { Button } from "../ui/button.tsx";
import { ErrorSummary } from "../ui/error-summary.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Notice } from "../ui/notice.tsx";
import { SignInLayout } from "../ui/sign-in-layout.tsx";
import { TextField } from "../ui/text-field.tsx";
import { waitWords } from "../ui/wait-words.ts";

export const meta: MetaFunction = () => [{ title: "A new password · Corridor" }];

export async function loader(_: LoaderFunctionArgs) {
  const { libraryName } = await findLibrarySettings();
  return { libraryName, mail: isMailSetUp() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    if (!isMailSetUp()) return notFound();
    const form = await readForm(request);
    const email = (field(form, "email") ?? "").slice(0, 254);
    if (!/^\S+@\S+$/.test(email.trim())) {
      return data({ email, problem: "Enter your e-mail address" }, { status: 400 });
    }
    const { seconds } = await askReset({ email, address: context.clientIp });
    if (seconds === undefined) return data({ asked: true });
    const problem = `That was asked for often. Wait ${waitWords(seconds)}, then try again`;
    return data({ email, problem }, { status: 429, headers: { "Retry-After": String(seconds) } });
  });
}

type Answer = { asked?: true; email?: string; problem?: string } & Undone;

export default function ForgotPassword(): JSX.Element {
  const { libraryName, mail } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const pending = useNavigation().state !== "idle";
  const back = (
    <Link to="/sign-in" className="link inline-block py-1">
      Back to signing in
    </Link>
  );
  if (!mail) {
    return (
      <SignInLayout
        libraryName={libraryName}
        title="Ask for a new password"
        lead="An administrator of your library can give you a link to choose a new one."
      >
        <p>{back}</p>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout libraryName={libraryName} title="A new password" footer={back}>
      <NotDone answer={answer} />
      {answer?.asked ? (
        <Notice tone="done" title="Look into your mailbox">
          If somebody here has that address, a link is on its way to it. It can be used once, within two
          hours.
        </Notice>
      ) : (
        <Form method="post" noValidate className="grid gap-4">
          <ErrorSummary errors={answer?.problem ? [{ id: "email", message: answer.problem }] : []} />
          <TextField
            name="email"
            type="email"
            label="E-mail address"
            hint="You are sent a link with which to choose a new password."
            autoComplete="username"
            defaultValue={answer?.email}
            error={answer?.problem}
            maxLength={254}
            required
          />
          <Button pending={pending} pendingLabel="One moment…">
            Send me a link
          </Button>
        </Form>
      )}
    </SignInLayout>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
