import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { exactDate } from "../ui/dates.ts";
import { TimeAgo } from "../ui/time-ago.tsx";
import { type Contact, contactRoleNames } from "./contact.ts";

/** A contact in a list: who, as what, where, and who of ours says so. */
export function ContactItem({ contact }: { contact: Contact }): JSX.Element {
  const { name, role, place, does, worksOn, since, until, noted } = contact;
  const spans = [since && `since ${exactDate(since)}`, until && `until ${exactDate(until)}`].filter(Boolean);
  return (
    <div className="grid gap-1">
      <h3 className="flex flex-wrap items-center gap-x-2 font-medium">
        {name}{" "}
        {role !== "other" && (
          <Badge tone={role === "library-friend" || role === "head" ? "accent" : "plain"}>
            {contactRoleNames[role]}
          </Badge>
        )}
      </h3>
      {does && <p>{does}</p>}
      {worksOn && (
        <p>
          <span className="text-soft">Works on </span>
          {worksOn}
        </p>
      )}
      <p className="text-sm text-soft">
        {[place, ...spans].filter(Boolean).map((said) => `${said} · `)}
        noted by {noted.by}, <TimeAgo at={noted.at} />
      </p>
    </div>
  );
}
