import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import {
  type AdministratorProblems,
  readAdministrator,
  type SentAdministrator,
} from "../people/first-run-draft.ts";
import { FirstRunForm } from "../people/first-run-form.tsx";
import { isFirstRun } from "../people/first-run-link.server.ts";
import { setUpLibrary } from "../people/set-up-library.server.ts";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { asSent, type LibraryProblems, readLibrary, type SentLibrary } from "../settings/library-draft.ts";
import { timeZones } from "../settings/library-settings.ts";
import { ButtonLink } from "../ui/button.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { SignInLayout } from "../ui/sign-in-layout.tsx";
import { withSession } from "./with-session.server.ts";

export const meta: MetaFunction = () => [{ title: "Make this library yours · Corridor" }];

export async function loader({ params }: LoaderFunctionArgs) {
  if (!(await isFirstRun(params.token ?? ""))) return data({ isOpen: false as const }, { status: 404 });
  const library = { ...asSent(await findLibrarySettings()), libraryName: "" };
  return data({ isOpen: true as const, library, timeZones: timeZones() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const form = await readForm(request);
    const token = params.token ?? "";
    if (!(await isFirstRun(token))) return data({ gone: true }, { status: 404 });
    const { sent: library, read } = readLibrary((name) => field(form, name));
    const text = (name: string) => (field(form, name) ?? "").slice(0, 500);
    const administrator = { name: text("name"), email: text("email"), team: text("team") };
    const password = text("password");
    const person = readAdministrator(administrator, password);
    const demonstration = field(form, "demonstration") === "yes";
    if ("problems" in read || "problems" in person) {
      const problems = {
        ...("problems" in read && read.problems),
        ...("problems" in person && person.problems),
      };
      return data({ library, administrator, demonstration, problems }, { status: 400 });
    }
    const made = await setUpLibrary({
      token,
      library: read.draft,
      administrator: person.details,
      password,
      demonstration,
      userAgent: request.headers.get("User-Agent") ?? "",
    });
    if (made.outcome === "not-there") return data({ gone: true }, { status: 404 });
    const notice = noticeCookie(request, demonstration ? "library-ours-filling" : "library-ours");
    return withSession({ request, token: made.token, to: "/", notice });
  });
}

type Answer = {
  gone?: true;
  library?: SentLibrary;
  administrator?: SentAdministrator;
  demonstration?: boolean;
  problems?: LibraryProblems & AdministratorProblems;
} & Undone;

const nobody: SentAdministrator = { name: "", email: "", team: "" };

export default function FirstRun(): JSX.Element {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  if (!loaded.isOpen || answer?.gone) {
    return (
      <SignInLayout
        title="This link opens nothing"
        lead="It has been used, a newer one has taken its place, it is older than a day, or the library has people in it by now. Whoever runs the server gets a new one with npm run setup -- --link."
      >
        <ButtonLink to="/sign-in" variant="secondary">
          Sign in
        </ButtonLink>
      </SignInLayout>
    );
  }
  return (
    <SignInLayout
      title="Make this library yours"
      lead="Nobody is here yet. You can change all of this later, under Settings."
    >
      <NotDone answer={answer} />
      <FirstRunForm
        library={answer?.library ?? loaded.library}
        administrator={answer?.administrator ?? nobody}
        demonstration={answer?.demonstration ?? false}
        problems={answer?.problems ?? {}}
        timeZones={loaded.timeZones}
      />
    </SignInLayout>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
