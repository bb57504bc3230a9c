import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { type FeedKey, feedScopeNames } from "./feed-key.ts";

/** The keys one has made, each with the press that ends it. */
export function FeedKeyList({ keys }: { keys: readonly FeedKey[] }): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {keys.map(({ id, name, scope, createdAt, lastUsedAt }) => (
        <li key={id} className="row py-3">
          <div>
            <p className="font-medium">{name}</p>
            <p className="text-sm text-soft">
              {feedScopeNames[scope]}. Made <TimeAgo at={createdAt} />,{" "}
              {lastUsedAt ? (
                <>
                  last used <TimeAgo at={lastUsedAt} />
                </>
              ) : (
                "not used yet"
              )}
            </p>
          </div>
          <form method="post">
            <input type="hidden" name="intent" value="revoke" />
            <input type="hidden" name="id" value={id} />
            <Button variant="secondary" size="small">
              End this key<span className="sr-only">: {name}</span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
