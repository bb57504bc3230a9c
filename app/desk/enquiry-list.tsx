import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { type EnquiryRow, enquiryKindNames } from "./enquiry.ts";

type EnquiryListProps = {
  rows: readonly EnquiryRow[];
  /** Each with the press that takes it back, or puts it back. */
  turns?: boolean;
};

/** Counts, a row each: how many of what, for whom, when and where. */
export function EnquiryList({ rows, turns = false }: EnquiryListProps): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.id} className="grid grid-cols-[2rem_minmax(0,1fr)] items-baseline gap-x-3 py-1.5">
          <span className="text-right font-semibold figures">{row.count}</span>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className={row.withdrawn ? "mr-auto text-soft line-through" : "mr-auto"}>
              {enquiryKindNames[row.kind]}
              {row.department ? (
                <>
                  {", "}
                  <Link to={`/departments/${row.department.slug}`} prefetch="none" className="link">
                    {row.department.name}
                  </Link>
                </>
              ) : (
                ", department not known"
              )}
            </span>
            {row.withdrawn && <Badge>Taken back</Badge>}
            <span className="flex items-center gap-x-1 text-sm text-soft">
              <span>
                {row.effort !== null && <>effort {row.effort} · </>}
                {row.source} · <TimeAgo at={row.askedOn} />
              </span>
              {turns && <Turn row={row} />}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Turn({ row }: { row: EnquiryRow }): JSX.Element {
  const { id, count, kind, withdrawn } = row;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value={withdrawn ? "put-back" : "take-back"} />
      <input type="hidden" name="id" value={id} />
      <Button variant="quiet" size="small" className="whitespace-nowrap">
        {withdrawn ? "Put back" : "Take back"}{" "}
        <VisuallyHidden>
          {count} {enquiryKindNames[kind]}
        </VisuallyHidden>
      </Button>
    </Form>
  );
}
