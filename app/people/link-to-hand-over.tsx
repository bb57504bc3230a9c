import type { JSX } from "react";
import { CopyField } from "../ui/copy-field.tsx";
import { Notice } from "../ui/notice.tsx";
import { type LinkKind, linkHours } from "./person-link.ts";

/** What became of making a link: it is on its way by mail, or stands here once, as an address to copy. */
export type MadeLink = { name: string; kind: LinkKind; address?: string };

export function LinkToHandOver({ name, kind, address }: MadeLink): JSX.Element {
  if (!address) return <Notice tone="done" title={`${name} is sent a link by mail.`} />;
  return (
    <div className="grid gap-3">
      <Notice tone="done" title={`Here is the link for ${name}.`}>
        It can be used once, within {linkHours[kind]} hours, and is shown only now. Give it to nobody else.
      </Notice>
      <CopyField label="Link" text={address} />
    </div>
  );
}
