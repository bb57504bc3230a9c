import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { deviceName } from "./device-name.ts";

type SessionListProps = {
  sessions: readonly { createdAt: Date; lastSeenAt: Date; userAgent: string; current: boolean }[];
};

/** One's open sessions, and the ways to end them. */
export function SessionList({ sessions }: SessionListProps): JSX.Element {
  return (
    <div className="grid gap-4">
      <ul className="grid max-w-measure gap-2">
        {sessions.map(({ createdAt, lastSeenAt, userAgent, current }) => (
          <li key={createdAt.toISOString()} className="flex flex-wrap items-baseline gap-x-3">
            <span>{deviceName(userAgent)}</span>
            {current && <Badge tone="accent">This one</Badge>}
            <span className="text-sm text-soft">
              last used <TimeAgo at={lastSeenAt} />, signed in <TimeAgo at={createdAt} />
            </span>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {sessions.length > 1 && (
          <Form method="post">
            <input type="hidden" name="intent" value="end-sessions" />
            <Button variant="secondary">Sign out everywhere else</Button>
          </Form>
        )}
        <Form method="post" action="/sign-out" reloadDocument>
          <Button variant="secondary">Sign out here</Button>
        </Form>
      </div>
    </div>
  );
}
