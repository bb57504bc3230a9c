import { useLocation } from "@remix-run/react";
import type { JSX } from "react";
import { createContext, useContext, useEffect, useRef, useState } from "react";

/** What a loader gives of a piece that the server has drawn: in a document it stands in the page already. */
export type ServerPiece = { name: string; html?: string };

/** On the server, what stands for a piece in the page being drawn. The browser has none. */
export const PieceOnServer = createContext<((name: string) => string | undefined) | undefined>(undefined);

type MadeByServerProps = {
  piece: ServerPiece;
  className?: string;
  /** The id of an element that stands elsewhere on the page already: left out of what comes later. */
  without?: string;
};

/**
 * A piece that the server alone can draw: its script is never sent, and its text once. The browser leaves what came with
 * the page as it is, and changes of it what is different in the same page's later data, so that the focus stays where it
 * is. What is pressed in it are links and plain forms; whoever shows it may listen to them.
 */
export function MadeByServer(props: MadeByServerProps): JSX.Element {
  const { pathname, search } = useLocation();
  return <Piece key={pathname + search} {...props} />;
}

function Piece({ piece: { name, html }, className, without }: MadeByServerProps): JSX.Element {
  const onServer = useContext(PieceOnServer);
  const element = useRef<HTMLDivElement>(null);
  // Drawn once more by the browser, as after an error elsewhere, it is what stood here.
  const [first] = useState(() => html ?? onServer?.(name) ?? document.getElementById(name)?.innerHTML ?? "");
  const shown = useRef(first);
  useEffect(() => {
    if (html === undefined || html === shown.current) return;
    shown.current = html;
    void import("./change-in-place.ts").then(
      ({ changeInPlace }) => {
        if (element.current && shown.current === html) changeInPlace(element.current, { html, without });
      },
      () => {
        // Without the script that changes only what differs: all of it.
        if (element.current && shown.current === html) element.current.innerHTML = html;
      },
    );
  }, [html, without]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote this markup itself
  return <div ref={element} id={name} className={className} dangerouslySetInnerHTML={{ __html: first }} />;
}
