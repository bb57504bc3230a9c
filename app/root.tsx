import "./root.css";
import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import {
  Link,
  Links,
  Meta,
  Outlet,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useLocation,
  useNavigate,
  useNavigation,
  useSearchParams,
} from "@remix-run/react";
import BookOpen from "lucide-react/icons/book-open";
import Building2 from "lucide-react/icons/building-2";
import Headset from "lucide-react/icons/headset";
import SearchIcon from "lucide-react/icons/search";
import UserRound from "lucide-react/icons/user-round";
import type { ComponentProps, JSX, ReactNode } from "react";
import { takeNotice } from "./http/notice.server.ts";
import { RequestMeta, themeAttribute, useRequestContext } from "./http/request-context.tsx";
import { optionalReader } from "./http/require-person.server.ts";
import { captureKeys } from "./insights/capture-shortcut.ts";
import { DeviceWatch } from "./insights/device-watch.tsx";
import { Bell } from "./notifications/bell.tsx";
import { countUnread, unreadOfPerson } from "./notifications/count-unread.server.ts";
import { AccountItems } from "./people/account-items.tsx";
import { roleNames } from "./people/person.ts";
import { settingsFor } from "./routes/settings-places.ts";
import { SiteProblem } from "./routes/site-problem.tsx";
import { toldBeside } from "./routes/told-beside.server.ts";
import { PaletteKey } from "./search/palette-key.tsx";
import { SignsAnywhere } from "./search/signs-anywhere.tsx";
import { LiveResults, useSearchAsYouType } from "./search/use-search-as-you-type.ts";
import { findLibrarySettings } from "./settings/find-library-settings.server.ts";
import { capitalised } from "./settings/our-words.ts";
import { OurWordsProvider } from "./settings/use-our-words.tsx";
import { AccountMenu } from "./ui/account-menu.tsx";
import { Kept } from "./ui/kept-markup.tsx";
import { Notice } from "./ui/notice.tsx";
import { PageFocus } from "./ui/page-focus.tsx";
import { PageScripts } from "./ui/page-scripts.tsx";
import { AppShell } from "./ui/shell.tsx";
import type { Shortcut } from "./ui/shortcut-list.tsx";
import { Shortcuts } from "./ui/shortcuts.tsx";
import { ClockProvider } from "./ui/time-ago.tsx";
import type { Suggest } from "./ui/use-suggestions.ts";

export const meta: MetaFunction = () => [{ title: "Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [{ person, ...counted }, settings] = await Promise.all([
    optionalReader(request, context, { counted: unreadOfPerson, beside: toldBeside(request) }),
    findLibrarySettings(),
  ]);
  const { notice, headers } = takeNotice(request);
  const unread = person ? (counted.unread ?? (await countUnread(person))) : 0;
  const answer = {
    // By tens of seconds, so that a page come back to is drawn from the same.
    now: new Date(Math.floor(Date.now() / 10_000) * 10_000),
    libraryName: settings.libraryName,
    timeZone: settings.timeZone,
    departmentWord: settings.departmentWord,
    demonstration: settings.demonstration,
    person: person && {
      id: person.id,
      handle: person.handle,
      name: person.name,
      more: [
        { to: "/desk", label: "Desk" },
        ...(settingsFor(person).length > 0 ? [{ to: "/settings", label: "Settings" }] : []),
      ],
      detail: `${person.jobTitle || roleNames[person.role]}, ${person.team.name}`,
    },
    notice,
    unread,
  };
  return data(answer, { headers });
}

/** A form that was not saved leaves the page as it is: loading it again without a connection would put an error there. */
export function shouldRevalidate({
  actionStatus = 200,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus >= 400 ? false : defaultShouldRevalidate;
}

export default function App(): JSX.Element {
  const { now, timeZone, departmentWord } = useLoaderData<typeof loader>();
  return (
    <ClockProvider clock={{ now, timeZone }}>
      <OurWordsProvider word={departmentWord}>
        <PageFocus />
        <Shell>
          <Outlet />
        </Shell>
        <Keys />
      </OurWordsProvider>
    </ClockProvider>
  );
}

function Shell({ children }: { children: ReactNode }): JSX.Element {
  const { person, departmentWord, notice, unread, now } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const [params] = useSearchParams();
  const live = useSearchAsYouType();
  const busy = useNavigation().state !== "idle";
  if (!person || isDoorstep(pathname)) {
    return (
      <>
        <div className="mx-auto max-w-md px-5 pt-6 empty:hidden">
          {notice && <Notice tone="done" title={notice.text} />}
        </div>
        {children}
      </>
    );
  }

  const at = (path: string) => pathname === path || pathname.startsWith(`${path}/`);
  const marked = (place: { to: string; label: string }) => ({ ...place, current: at(place.to) || undefined });
  const departments = capitalised(departmentWord.many);
  const week = { to: "/", icon: BookOpen, current: pathname === "/" || at("/weeks") };
  const search = { to: "/search", label: "Search", icon: SearchIcon, current: at("/search") };
  const places = { to: "/departments", label: departments, icon: Building2, current: at("/departments") };
  const desk = { to: "/desk", label: "Desk", icon: Headset, current: at("/desk") };
  const me = { to: "/me", label: "Me", icon: UserRound, current: at("/me") };
  return (
    <AppShell
      nav={[{ ...week, label: "This week" }, search, places, desk]}
      bar={[{ ...week, label: "Week" }, search, places, me]}
      search={{
        action: "/search",
        query: pathname === "/search" ? (params.get("q") ?? "") : undefined,
        hidden:
          pathname === "/search" ? [...params].filter(([name]) => !["q", "page", "new"].includes(name)) : [],
        label: "Search what colleagues know",
        placeholder: "Search",
        ...(pathname === "/search" ? { live } : { suggest }),
      }}
      post={{ to: "/insights/new", label: "Post insight", current: pathname === "/insights/new" }}
      bell={<Bell unread={unread} now={now} current={pathname === "/notifications"} />}
      account={
        <Kept
          of={Account}
          with={{ name: person.name, detail: person.detail, more: person.more.map(marked) }}
          className="contents"
        />
      }
      busy={busy}
    >
      <DeviceWatch writer={person.id} />
      <SaidOnce notice={toldByThePage(notice, pathname) ? undefined : notice} />
      <LiveResults value={live}>{children}</LiveResults>
    </AppShell>
  );
}

type AccountProps = { name: string; detail: string; more: ComponentProps<typeof AccountItems>["more"] };

function Account({ name, detail, more }: AccountProps): JSX.Element {
  return <AccountMenu name={name} detail={detail} menu={<AccountItems more={more} />} />;
}

/** Pages of somebody who is not in yet: a form, and nothing else. */
function isDoorstep(pathname: string): boolean {
  return /^\/(sign-in|forgot-password|links\/[^/]+|first-run\/[^/]+)$/.test(pathname);
}

function Keys(): JSX.Element | null {
  const { person } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  if (!person || isDoorstep(pathname)) return null;
  return (
    <>
      <Shortcuts list={shortcuts} keys={captureKeys(pathname, navigate)} />
      <PaletteKey more={person.more} />
      <SignsAnywhere />
    </>
  );
}

/** What draws the hits comes with the first letters typed. */
const suggest: Suggest = async (text, signal) => {
  const { suggestInsightsFound } = await import("./search/suggest.tsx");
  return suggestInsightsFound(text, signal);
};

const shortcuts: Shortcut[] = [
  { keys: ["/"], does: "Search" },
  { keys: ["c"], does: "Post an insight" },
  { keys: ["Ctrl or ⌘", "Enter"], does: "Post what you have written" },
  { keys: ["Ctrl or ⌘", "K"], does: "Go to anything by its name" },
  { keys: ["?"], does: "This list" },
];

/** The first page shows what was just posted itself, with the way to undo it; an insight's own page, that few see it now. */
function toldByThePage(notice: { code: string; subjectId?: string } | undefined, pathname: string): boolean {
  if (pathname.startsWith("/insights/")) return /^insight-(withdrawn|hidden)$/.test(notice?.code ?? "");
  return pathname === "/" && notice?.code === "insight-posted" && notice.subjectId !== undefined;
}

function SaidOnce({
  notice,
}: {
  notice?: { code: string; text: string; subjectId?: string };
}): JSX.Element | null {
  if (!notice) return null;
  const { text, subjectId } = notice;
  const open = subjectId && notice.code !== "insight-undone" && (
    <Link to={`/insights/${subjectId}`}>Open it</Link>
  );
  return (
    <div className="mb-6">
      <Notice tone="done" title={text} action={open} />
    </div>
  );
}

export function Layout({ children }: { children: ReactNode }): JSX.Element {
  const facts = useRequestContext();
  const { nonce } = facts;
  return (
    <html lang="en-GB" {...themeAttribute(facts)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f3eb" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#181613" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <RequestMeta />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <PageScripts nonce={nonce} />
      </body>
    </html>
  );
}

export function ErrorBoundary(): JSX.Element {
  return <SiteProblem outside />;
}
