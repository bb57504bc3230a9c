import type { ComponentType, JSX, ReactNode } from "react";
import { createContext, useContext } from "react";

/** Stands for the markup of this component with these props, made when first asked for and kept for a while. */
export type KeepMarkup = <Props extends object>(Drawing: ComponentType<Props>, props: Props) => string;

/** Given by the server alone; the browser draws as ever, and finds what the server sent the same. */
export const MarkupKeeper = createContext<KeepMarkup | undefined>(undefined);

type KeptProps<Props> = {
  of: ComponentType<Props>;
  with: Props;
  /** What the browser draws in its place: the same to begin with, but it may have hooks and be pressed. */
  live?: ComponentType<Props>;
  /** The same, where it is drawn from more than can be kept: the server draws none of it. */
  children?: ReactNode;
  className?: string;
};

/**
 * Draws `of` inside a `div`; on the server from markup kept since it was last drawn with the same props. For what many
 * readers are shown unchanged, or one reader on many pages, and only for what is drawn from its props alone, which are
 * plain values: no context, no `Link`, and no hook but what does nothing on the server.
 */
export function Kept<Props extends object>({
  of: Drawing,
  with: props,
  live: Live = Drawing,
  children,
  className,
}: KeptProps<Props>): JSX.Element {
  const keep = useContext(MarkupKeeper);
  if (!keep) {
    return <div className={className}>{children ?? <Live {...props} />}</div>;
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote this markup itself
  return <div className={className} dangerouslySetInnerHTML={{ __html: keep(Drawing, props) }} />;
}
