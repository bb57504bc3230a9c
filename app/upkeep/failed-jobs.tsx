import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { capitalised } from "../settings/our-words.ts";
import { Button } from "../ui/button.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import type { FailedJob } from "./system.ts";

/** Jobs that failed ten times, each to be tried again. */
export function FailedJobs({ jobs }: { jobs: readonly FailedJob[] }): JSX.Element {
  if (jobs.length === 0) return <p className="mt-4 text-soft">No job has failed for good.</p>;
  return (
    <div className="mt-4">
      <h3 className="font-medium">Given up after ten tries: what follows these</h3>
      <ul className="my-2 grid gap-2">
        {jobs.map(({ id, event, failedAt }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line pb-2"
          >
            <span>
              {inWords(event)}, <TimeAgo at={failedAt} />
            </span>
            <Form method="post">
              <input type="hidden" name="id" value={id} />
              <Button name="intent" value="try-again" variant="secondary" size="small">
                Try again
                <span className="sr-only">
                  {" "}
                  {inWords(event)} {id.slice(-4)}
                </span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form method="post">
        <Button name="intent" value="try-all-again" variant="secondary">
          Try all of them again
        </Button>
      </Form>
    </div>
  );
}

/** "insight.corroboration-withdrawn" as "Insight corroboration withdrawn" */
function inWords(event: string): string {
  return capitalised(event.replaceAll(/[.-]/g, " "));
}
