import type { ComponentType, JSX } from "react";
import { createContext, useContext } from "react";

/** The markup of this component with these props: made when first asked for, and kept for a while. */
export type KeepMarkup = <Props extends object>(Drawing: ComponentType<Props>, props: Props) => string;

/** Given by the server alone; the browser draws as ever, and finds what the server sent the same. */
export const MarkupKeeper = createContext<KeepMarkup | undefined>(undefined);

type KeptProps<Props> = { of: ComponentType<Props>; with: Props; className?: string };

/**
 * Draws `of` inside a `div`; on the server from markup kept since it was last drawn with the same props. For what many
 * readers are shown unchanged, and only for what is drawn from its props alone, which are plain values: no hook, no
 * context, no `Link`. What differs from one reader to the next, a form above all, stands beside it.
 */
export function Kept<Props extends object>({
  of: Drawing,
  with: props,
  className,
}: KeptProps<Props>): JSX.Element {
  const keep = useContext(MarkupKeeper);
  if (!keep) {
    return (
      <div className={className}>
        <Drawing {...props} />
      </div>
    );
  }
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote this markup itself
  return <div className={className} dangerouslySetInnerHTML={{ __html: keep(Drawing, props) }} />;
}
