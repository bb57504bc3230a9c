import type { JSX, ReactNode } from "react";
import { PastEvents } from "../people/past-events.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Column, PageHeader } from "../ui/page.tsx";
import { Pagination } from "../ui/pagination.tsx";
import type { PastChanges } from "./vocabulary-history.server.ts";

type PastChangesPageProps = PastChanges & {
  title: string;
  kicker: ReactNode;
  address: string;
  first: boolean;
};

/** What was done with something of the vocabulary, the latest first, page by page. */
export function PastChangesPage({
  changes,
  older,
  title,
  kicker,
  address,
  first,
}: PastChangesPageProps): JSX.Element {
  return (
    <Column>
      <PageHeader title={title} kicker={kicker} lead="What was done, by whom and when, the latest first." />
      {changes.length === 0 && (
        <EmptyState title={first ? "Nothing was changed yet" : "Nothing older"}>
          Whatever an editor changes here will be told of in this place.
        </EmptyState>
      )}
      <PastEvents lines={changes.map(({ seq, ...line }) => ({ key: seq, ...line }))} />
      <Pagination
        newer={first ? null : address}
        newerLabel="Newest"
        older={older === undefined ? null : `${address}?before=${older}`}
      />
    </Column>
  );
}
