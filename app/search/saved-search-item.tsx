import { Form, useNavigation } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { Notice } from "../ui/notice.tsx";
import { OpenSearch, type ShownSearch } from "./open-search.tsx";
import { type RemovedSearch, tellWhenNames } from "./saved-search.ts";
import { SavedSearchFields } from "./saved-search-fields.tsx";

/** One saved search, to be opened, changed and removed. */
export function SavedSearchItem({ search }: { search: ShownSearch }): JSX.Element {
  const { id, name, tell, near } = search;
  const { formData, state } = useNavigation();
  const pending = state === "submitting" && formData?.get("id") === id && formData.get("intent") === "change";
  return (
    <li className="grid grid-cols-1 gap-1 py-4 first:pt-0">
      <OpenSearch search={search} />
      {near && <p className="max-w-measure text-sm text-soft">{near}</p>}
      {tell !== "never" && <p className="text-sm text-soft">{tellWhenNames[tell]}</p>}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        {/* Closed again once it is saved. */}
        <Disclosure
          key={`${name} ${tell}`}
          summary={
            <>
              Change<span className="sr-only"> {name}</span>
            </>
          }
        >
          <Form method="post" action="/me/searches" preventScrollReset className="grid gap-4 pb-2">
            <input type="hidden" name="intent" value="change" />
            <input type="hidden" name="id" value={id} />
            <SavedSearchFields id={id} name={name} tell={tell} />
            <Button className="justify-self-start" size="small" pending={pending} pendingLabel="Saving…">
              Save
            </Button>
          </Form>
        </Disclosure>
        <Form method="post" action="/me/searches" preventScrollReset>
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="id" value={id} />
          <Button variant="quiet" size="small">
            Remove<span className="sr-only"> {name}</span>
          </Button>
        </Form>
      </div>
    </li>
  );
}

/** What was removed a moment ago, and the way to have it back. */
export function RemovedNotice({ removed }: { removed: RemovedSearch }): JSX.Element {
  return (
    <div className="mb-6">
      <Notice
        tone="done"
        title={`Removed: ${removed.name}`}
        action={
          <Form method="post" action="/me/searches">
            <input type="hidden" name="intent" value="bring-back" />
            {Object.entries(removed).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <Button variant="secondary" size="small">
              Bring it back
            </Button>
          </Form>
        }
      />
    </div>
  );
}
