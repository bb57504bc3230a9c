import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { noticeCookie } from "../http/notice.server.ts";
import { badRequest, forbidden, notFound } from "../http/problems.server.ts";
import { requireSession } from "../http/require-person.server.ts";
import { sessionCookie } from "../http/session-cookie.server.ts";
import { isTheme, themeNames } from "../http/theme.ts";
import { readTheme, themeCookie } from "../http/theme-cookie.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { canBeRevoked, shownKey } from "../people/api-key.ts";
import { ApiKeyList } from "../people/api-key-list.tsx";
import { changePassword } from "../people/change-password.server.ts";
import { endSessions } from "../people/end-sessions.server.ts";
import { type KeyRefusal, revokeKeyFromForm } from "../people/key-by-intent.server.ts";
import { listApiKeys } from "../people/list-api-keys.server.ts";
import { listSessions } from "../people/list-sessions.server.ts";
import { PasswordForm, type PasswordProblems } from "../people/password-form.tsx";
import { roleNames } from "../people/person.ts";
import { SessionList } from "../people/session-list.tsx";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { type Place, PlaceList } from "../settings/place-list.tsx";
import { NotDone, type Undone } from "../ui/not-done.tsx";
import { Column, PageHeader, Section } from "../ui/page.tsx";
import { ShortcutSwitch } from "../ui/shortcut-switch.tsx";
import { ThemeChoice } from "../ui/theme-choice.tsx";
import { waitWords } from "../ui/wait-words.ts";

export const meta: MetaFunction = () => [{ title: "My account · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { person, sessionId } = await requireSession(request, context);
  const [sessions, keys, { timeZone }] = await Promise.all([
    listSessions(person.id),
    listApiKeys({ personId: person.id }),
    findLibrarySettings(),
  ]);
  const { name, handle, role, team, jobTitle, demonstration } = person;
  return {
    name,
    handle,
    about: `${jobTitle || roleNames[role]}, ${team.name}`,
    demonstration,
    theme: readTheme(request),
    keys: keys.filter(canBeRevoked).map((key) => shownKey(key, timeZone)),
    sessions: sessions.map(({ id, ...session }) => ({ ...session, current: id === sessionId })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const session = await requireSession(request, context);
    const form = await readForm(request);
    if (field(form, "intent") === "end-sessions") {
      await endSessions(session, { keepThis: true });
      return redirect("/me", { headers: { "Set-Cookie": noticeCookie(request, "sessions-ended") } });
    }
    if (field(form, "intent") === "revoke-key") {
      const [id = "", typed = ""] = [field(form, "id"), field(form, "typed")];
      const { id: own } = session.person;
      const done = isId(id) ? await revokeKeyFromForm({ actorId: own, ownerId: own, id, typed }) : undefined;
      if (!done) return notFound();
      if (done !== "revoked") return data({ unrevoked: done }, { status: 400 });
      return redirect("/me", { headers: { "Set-Cookie": noticeCookie(request, "key-revoked") } });
    }
    const theme = field(form, "theme");
    if (field(form, "intent") === "choose-theme" && isTheme(theme)) {
      return redirect("/me", { headers: { "Set-Cookie": themeCookie(request, theme) } });
    }
    if (field(form, "intent") !== "change-password") return badRequest("The form did not say what to do.");
    // Their password is printed for everyone to use: whoever changed it would lock the others out.
    if (session.person.demonstration) return forbidden();
    const outcome = await changePassword({
      personId: session.person.id,
      current: (field(form, "current") ?? "").slice(0, 500),
      next: (field(form, "next") ?? "").slice(0, 500),
      userAgent: request.headers.get("User-Agent") ?? "",
    });
    if (outcome.outcome !== "changed") return data(problemsOf(outcome), { status: 400 });
    const headers = new Headers();
    headers.append("Set-Cookie", sessionCookie(request, outcome.token));
    headers.append("Set-Cookie", noticeCookie(request, "password-changed"));
    return redirect("/me", { headers });
  });
}

type Refusal = Exclude<Awaited<ReturnType<typeof changePassword>>, { outcome: "changed" }>;

function problemsOf(refusal: Refusal): { problems: PasswordProblems } {
  switch (refusal.outcome) {
    case "wrong-current":
      return { problems: { current: "That is not your present password" } };
    case "unsuitable":
      return { problems: { next: refusal.problem } };
    case "throttled":
      return { problems: { current: `Too many tries. Wait ${waitWords(refusal.seconds)}` } };
  }
}

const places: { title: string; places: Place[] }[] = [
  {
    title: "What you wrote, and what is due",
    places: [
      { to: "/me/drafts", label: "Begun, and not posted", about: "Kept as you write, on every device" },
      {
        to: "/me/checks",
        label: "Due a check: is it still true?",
        about: "Insights of yours, and of departments you look after, that have grown old",
      },
      {
        to: "/checks",
        label: "Websites and publications to look at",
        about: "Those of departments that are due a look",
      },
      {
        to: "/me/withdrawn",
        label: "Withdrawn in the last 30 days",
        about: "What you took back, and can put back",
      },
    ],
  },
  {
    title: "What you are told",
    places: [
      { to: "/me/following", label: "What you follow", about: "Departments, themes and teams" },
      { to: "/me/searches", label: "Your saved searches", about: "What is new in each since you looked" },
      {
        to: "/me/notifications",
        label: "Choose what you are told, and how",
        about: "Here, by mail at once or once a day, or not at all",
      },
      {
        to: "/me/weekly-mail",
        label: "The weekly issue by mail",
        about: "What comes, and on which day",
      },
      { to: "/me/feeds", label: "Feeds, and their keys", about: "To read Corridor in a feed reader" },
    ],
  },
];

type Answer = { problems?: PasswordProblems; unrevoked?: KeyRefusal } & Undone;

export default function Me(): JSX.Element {
  const { name, handle, about, sessions, demonstration, theme, keys } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  return (
    <Column>
      <PageHeader title={name} kicker={`@${handle}`} lead={about} />
      <NotDone answer={answer} />
      {places.map(({ title, places }) => (
        <Section key={title} title={title}>
          <PlaceList places={places} />
        </Section>
      ))}
      <Section title="Light or dark">
        <ThemeChoice choices={themeNames} current={theme} hidden={{ intent: "choose-theme" }} />
      </Section>
      <Section title="Keyboard shortcuts" className="hidden scripted:block">
        <ShortcutSwitch />
      </Section>
      <Section title="Where you are signed in">
        <SessionList sessions={sessions} />
      </Section>
      {keys.length > 0 && (
        <Section title="Programs that act as you" id="programs">
          <p className="max-w-measure text-soft">
            Whoever has one of these API keys reads what you may read, and posts in your name.
          </p>
          <ApiKeyList keys={keys} refused={answer?.unrevoked} />
        </Section>
      )}
      {!demonstration && (
        <Section title="Change your password">
          <PasswordForm problems={answer?.problems ?? {}} />
        </Section>
      )}
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
