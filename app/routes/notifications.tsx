import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import BellIcon from "lucide-react/icons/bell";
import type { JSX } from "react";
import { field, readForm } from "../http/form-data.server.ts";
import { badRequest } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";
import { readCursor, searchParams } from "../http/search-params.server.ts";
import { orTryAgain } from "../http/unavailable.server.ts";
import { isId } from "../insights/insight.ts";
import { countUnread } from "../notifications/count-unread.server.ts";
import { listNotifications } from "../notifications/list-notifications.server.ts";
import { MarkAllRead } from "../notifications/mark-all-read.tsx";
import { markRead, type ToMark } from "../notifications/mark-read.server.ts";
import { NotificationList } from "../notifications/notification-list.tsx";
import { findLibrarySettings } from "../settings/find-library-settings.server.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { NotDone } from "../ui/not-done.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";

export const meta: MetaFunction = () => [{ title: "Notifications · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const before = readBefore(request);
  const [page, unread, { timeZone }] = await Promise.all([
    listNotifications({ reader: person, before }),
    countUnread(person),
    findLibrarySettings(),
  ]);
  return { ...page, unread, timeZone, first: before === undefined };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return orTryAgain(async () => {
    const person = await requirePerson(request, context);
    await markRead({ personId: person.id, which: readWhich(await readForm(request)) });
    const before = readBefore(request);
    return redirect(before === undefined ? "/notifications" : `/notifications?before=${before}`);
  });
}

function readBefore(request: Request): number | undefined {
  return readCursor(searchParams(request, { one: ["before"] }).before);
}

function readWhich(form: FormData): ToMark {
  const id = field(form, "id") ?? "";
  const upTo = readCursor(field(form, "upTo"));
  if (field(form, "intent") === "read" && isId(id)) return { id };
  if (field(form, "intent") === "read-all" && upTo !== undefined) return { upTo };
  return badRequest("The form did not say what to mark.");
}

export default function Notifications(): JSX.Element {
  const { items, older, upTo, unread, timeZone, first } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Column>
      <PageHeader
        title="Notifications"
        lead={
          <Link to="/me/notifications" className="link">
            Choose what you are told, and how
          </Link>
        }
        actions={<MarkAllRead unread={unread} upTo={upTo} />}
      />
      <NotDone answer={answer} />
      {items.length === 0 && (
        <EmptyState icon={BellIcon} title={first ? "Nothing to tell you yet" : "Nothing older"}>
          When colleagues mention you, comment on your insights or have heard the same, it stands here.
        </EmptyState>
      )}
      <NotificationList items={items} timeZone={timeZone} />
      <Pagination
        newer={first ? null : "/notifications"}
        newerLabel="Newest"
        older={older === undefined ? null : `/notifications?before=${older}`}
      />
    </Column>
  );
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
