import type { JSX } from "react";
import { Pagination } from "./pagination.tsx";

type NumberedPagesProps = {
  path: string;
  /** What narrows the list; the empty ones are left out. */
  params: Record<string, string>;
  page: number;
  pages: number;
};

/** The way to the page before and after, of a list in the order of its names. */
export function NumberedPages({ path, params, page, pages }: NumberedPagesProps): JSX.Element | null {
  const to = (number: number): string | null => {
    if (number < 1 || number > pages) return null;
    const given = Object.entries(params).filter(([, value]) => value !== "");
    const all = number === 1 ? given : [...given, ["page", String(number)] satisfies [string, string]];
    const query = new URLSearchParams(all).toString();
    return query ? `${path}?${query}` : path;
  };
  return (
    <Pagination
      newer={to(page - 1)}
      older={to(page + 1)}
      newerLabel="Before"
      olderLabel="After"
      between={<span className="text-sm text-soft">{`Page ${page} of ${pages}`}</span>}
    />
  );
}
