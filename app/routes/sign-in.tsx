import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { demonstrationAllowed } from "../http/demonstration.server.ts";
import { field, readForm } from "../http/form-data.server.ts";
import { optionalPerson } from "../http/require-person.server.ts";
import { safeRedirect } from "../http/safe-redirect.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { DemonstrationAccounts } from "../people/demonstration-accounts.tsx";
import { listDemonstrationAccounts } from "../people/list-demonstration-accounts.server.ts";
import { signIn } from "../people/sign-in.server.ts";
import { signInAsDemonstration } from "../people/sign-in-as-demonstration.server.ts";
import { type SignInAnswer, SignInForm } from "../people/sign-in-form.tsx";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { SignInLayout } from "../ui/sign-in-layout.tsx";
import { waitWords } from "../ui/wait-words.ts";
import { withSession } from "./with-session.server.ts";

export const meta: MetaFunction = () => [{ title: "Sign in · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const to = safeRedirect(searchParams.get("to"), "/");
  const person = await optionalPerson(request, context);
  // Whoever sits at a colleague's computer signs in over them; anybody else who is signed in has no business here.
  if (person && !searchParams.has("switch")) return redirect(to);
  const [{ libraryName, contact }, accounts] = await Promise.all([
    findLibrarySettings(),
    demonstrationAllowed(context) ? listDemonstrationAccounts() : [],
  ]);
  return { to, libraryName, contact, accounts, insteadOf: person?.name };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const form = await readForm(request);
    const to = safeRedirect(field(form, "to"), "/");
    const userAgent = request.headers.get("User-Agent") ?? "";
    const demonstration = demonstrationAllowed(context);
    const handle = field(form, "demonstration");
    if (handle !== undefined && demonstration) {
      const token = await signInAsDemonstration({ handle, userAgent });
      if (token) return withSession({ request, token, to });
    }
    const email = (field(form, "email") ?? "").slice(0, 254);
    const password = (field(form, "password") ?? "").slice(0, 500);
    const outcome = await signIn({ email, password, address: context.clientIp, userAgent, demonstration });
    if (outcome.outcome === "signed-in") return withSession({ request, token: outcome.token, to });
    if (outcome.outcome === "throttled") {
      const headers = { "Retry-After": String(outcome.seconds) };
      return data({ email, problem: tooMany(outcome.seconds) }, { status: 429, headers });
    }
    return data(
      { email, problem: "The e-mail address and the password do not go together" },
      { status: 400 },
    );
  });
}

function tooMany(seconds: number): string {
  return `Too many tries. Wait ${waitWords(seconds)}, then try again`;
}

export default function SignIn(): JSX.Element {
  const { to, libraryName, contact, accounts, insteadOf } = useLoaderData<typeof loader>();
  const answer = useActionData() as SignInAnswer | undefined;
  return (
    <SignInLayout
      libraryName={libraryName}
      title={insteadOf ? "Sign in as yourself" : "Sign in"}
      lead={insteadOf && <InsteadOf name={insteadOf} to={to} />}
      footer={<Doorstep contact={contact} />}
    >
      <SignInForm to={to} answer={answer} />
      <p className="text-sm">
        <Link to="/forgot-password" className="link inline-block py-1">
          Forgotten your password?
        </Link>
      </p>
      {accounts.length > 0 && <DemonstrationAccounts to={to} accounts={accounts} />}
    </SignInLayout>
  );
}

function Doorstep({ contact }: { contact: string }): JSX.Element {
  return (
    <>
      {contact && (
        <p>
          No account, or no way in? Write to{" "}
          <a href={`mailto:${contact}`} className="link inline-block py-1 wrap-anywhere">
            {contact}
          </a>
        </p>
      )}
      <Link to="/about/accessibility" className="link inline-block py-1">
        Accessibility
      </Link>
    </>
  );
}

function InsteadOf({ name, to }: { name: string; to: string }): JSX.Element {
  return (
    <>
      {name} is signed in here. Signing in below signs {name} out on this device
      <span className="hidden scripted:inline">, and what you wrote comes with you</span>.{" "}
      <Link to={to} className="link inline-block py-1">
        Stay signed in as {name}
      </Link>
    </>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
