import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { KeptWords } from "./list-words.server.ts";
import type { WordGroupContent } from "./word-group.ts";

/** Groups of words, each to be changed, taken away or put back as it was. */
export function WordsList({ groups }: { groups: readonly KeptWords[] }): JSX.Element {
  return (
    <ul className="divide-y divide-line">
      {groups.map((group) => {
        const { id, version, removed, changedAt, changedBy, before } = group;
        const said = groupInWords(group);
        return (
          <li
            key={id}
            className="flex flex-col items-start gap-x-4 gap-y-1 py-2.5 sm:flex-row sm:items-baseline sm:justify-between"
          >
            <span className="min-w-0 wrap-anywhere">
              <span className={removed ? "text-soft" : "font-medium"}>{said}</span>
              {changedBy && (
                <span className="block text-sm text-soft">
                  {removed ? "taken away by" : "by"} {changedBy}, <TimeAgo at={changedAt} />
                  {before && !removed && <>; before: {groupInWords(before)}</>}
                </span>
              )}
            </span>
            <Form method="post" className="-ml-2.5 flex flex-wrap gap-1 sm:ml-0 sm:flex-nowrap">
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              {!removed && (
                <Link
                  to={`/settings/words?change=${id}#words-form`}
                  className="link inline-flex min-h-8 items-center px-2.5 text-sm pointer-coarse:min-h-11"
                >
                  Change<span className="sr-only">: {said}</span>
                </Link>
              )}
              {before && (
                <Button name="intent" value="put-back" variant="quiet" size="small">
                  {removed ? "Put back" : "As before"}
                  <span className="sr-only">: {said}</span>
                </Button>
              )}
              {!removed && (
                <Button name="intent" value="remove" variant="quiet" size="small">
                  Take away<span className="sr-only">: {said}</span>
                </Button>
              )}
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

/** "RDM = research data management", "AI → chatbot". */
function groupInWords({ kind, words, finds }: WordGroupContent): string {
  return kind === "same" ? words.join(" = ") : `${words.join(", ")} → ${finds.join(", ")}`;
}
