import Building2 from "lucide-react/icons/building-2";
import Contact from "lucide-react/icons/contact";
import Hash from "lucide-react/icons/hash";
import MessageSquare from "lucide-react/icons/message-square";
import UserRound from "lucide-react/icons/user-round";
import type { JSX } from "react";
import { Highlighted } from "../text/highlight.tsx";
import { Icon, type IconType } from "../ui/icon.tsx";
import { type Named, type NamedKind, namedKindNames } from "./named.ts";

const icons: Record<NamedKind, IconType> = {
  department: Building2,
  contact: Contact,
  person: UserRound,
  tag: Hash,
  comment: MessageSquare,
};

/** One of them in two lines: its sign and name, and what else is said of it. */
export function NamedLine({ named: { kind, title, detail } }: { named: Named }): JSX.Element {
  return (
    <>
      <span className="flex min-w-0 items-baseline gap-2 font-medium">
        <Icon of={icons[kind]} label={namedKindNames[kind]} className="size-4 shrink-0 lower text-accent" />
        <span
          className={
            kind === "comment" ? "line-clamp-2 min-w-0 font-normal wrap-anywhere" : "min-w-0 wrap-anywhere"
          }
        >
          {kind === "comment" ? <Highlighted text={title} /> : title}
        </span>
      </span>
      {detail && <span className="line-clamp-2 pl-6 text-sm text-soft">{detail}</span>}
    </>
  );
}
