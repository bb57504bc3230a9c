import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { ChoosePasswordForm } from "../people/choose-password-form.tsx";
import { findLink } from "../people/find-link.server.ts";
import { useLink as takeLink } from "../people/use-link.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { ButtonLink } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { SignInLayout } from "../ui/sign-in-layout.tsx";
import { withSession } from "./with-session.server.ts";

export const meta: MetaFunction = () => [{ title: "Choose a password · Corridor" }];

export async function loader({ params }: LoaderFunctionArgs) {
  const [link, { libraryName }] = await Promise.all([findLink(params.token ?? ""), findLibrarySettings()]);
  // Used, too old or never there: they look alike.
  return data({ link: link ?? null, libraryName }, { status: link ? 200 : 404 });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const form = await readForm(request);
    const used = await takeLink({
      token: params.token ?? "",
      password: (field(form, "next") ?? "").slice(0, 500),
      userAgent: request.headers.get("User-Agent") ?? "",
    });
    if (used.outcome === "not-there") return data({ gone: true }, { status: 404 });
    if (used.outcome === "unsuitable") return data({ problem: used.problem }, { status: 400 });
    const notice = noticeCookie(request, used.joined ? "joined" : "password-set");
    return withSession({ request, token: used.token, to: "/", notice });
  });
}

type Answer = { problem?: string; gone?: true } & Undone;

export default function LinkPage(): JSX.Element {
  const { link, libraryName } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  if (!link || answer?.gone) {
    return (
      <SignInLayout
        libraryName={libraryName}
        title="This link opens nothing"
        lead="It has been used already, a newer one has taken its place, or it has grown too old. An administrator of your library can give you a new one."
      >
        <ButtonLink to="/sign-in" variant="secondary">
          Sign in
        </ButtonLink>
      </SignInLayout>
    );
  }
  const joining = link.kind === "invitation";
  return (
    <SignInLayout
      libraryName={libraryName}
      title={joining ? `Welcome, ${link.name}` : "Choose a new password"}
      lead={joining ? "Choose a password, and you are in." : "You are then signed out everywhere else."}
    >
      <NotDone answer={answer} />
      <ChoosePasswordForm email={link.email} problem={answer?.problem} joining={joining} />
    </SignInLayout>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
