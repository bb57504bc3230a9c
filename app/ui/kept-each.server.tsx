import type { ComponentType, JSX } from "react";
import { useContext } from "react";
import { MarkupKeeper } from "./kept-markup.tsx";

type KeptEachProps<Props> = { of: ComponentType<Props>; each: readonly Props[]; className?: string };

/** `Kept` for one after the other inside one `div` of a piece: the list costs React no more than a single one. */
export function KeptEach<Props extends object>({
  of: Drawing,
  each,
  className,
}: KeptEachProps<Props>): JSX.Element {
  const keep = useContext(MarkupKeeper);
  if (!keep) throw new Error("a list of what is kept stands in a piece that the server draws");
  const markup = each.map((props) => keep(Drawing, props)).join("");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React wrote this markup itself
  return <div className={className} dangerouslySetInnerHTML={{ __html: markup }} />;
}
