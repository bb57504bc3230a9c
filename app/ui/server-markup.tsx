import type { JSX } from "react";
import { createContext, useContext, useState } from "react";

/** What a loader gives of a piece that the server has drawn: in a document it stands in the page already. */
export type ServerPiece = { name: string; html?: string };

/** On the server, what stands for a piece in the page being drawn. The browser has none. */
export const PieceOnServer = createContext<((name: string) => string | undefined) | undefined>(undefined);

/**
 * A piece that the server alone can draw: its script is never sent, and its text once. The browser leaves what came with
 * the page as it is, and puts in what comes with later data. Nothing in it can be pressed but links and plain forms.
 */
export function MadeByServer({
  piece: { name, html },
  className,
}: {
  piece: ServerPiece;
  className?: string;
}): JSX.Element {
  const onServer = useContext(PieceOnServer);
  // Drawn once more by the browser, as after an error elsewhere, it is what stood here.
  const [first] = useState(() => html ?? onServer?.(name) ?? document.getElementById(name)?.innerHTML ?? "");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote this markup itself
  return <div id={name} className={className} dangerouslySetInnerHTML={{ __html: html ?? first }} />;
}
