import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { classes } from "../ui/classes.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { Stretch } from "./date-words.ts";
import { type SearchRequest, searchAddress } from "./search-request.ts";

type WhenHeardProps = {
  request: SearchRequest;
  stretches: readonly Stretch[];
  /** Tells this one's fields from those of another on the same page. */
  id: string;
};

/** Narrows a search to when it was heard: by a word, or from one month to another. */
export function WhenHeard({ request, stretches, id }: WhenHeardProps): JSX.Element {
  const isWord = stretches.some((stretch) => isChosen(stretch, request));
  const { from, to } = request;
  return (
    <section aria-label="When heard">
      <h2 className="mb-1 font-semibold">When heard</h2>
      <ul className="flex flex-wrap gap-x-4">
        {stretches.map((stretch) => {
          const chosen = isChosen(stretch, request);
          const change = chosen ? { from: undefined, to: undefined } : { from: stretch.from, to: stretch.to };
          return (
            <li key={stretch.words}>
              <Link
                to={searchAddress(request, change)}
                aria-current={chosen ? "true" : undefined}
                className={classes(
                  "inline-flex min-h-7 items-center text-sm hover:text-accent hover:underline pointer-coarse:min-h-11",
                  chosen && "font-medium text-accent",
                )}
              >
                {stretch.words}
              </Link>
            </li>
          );
        })}
      </ul>
      <Disclosure summary="By month" open={!isWord && Boolean(from ?? to)}>
        <Form method="get" action="/search" className="grid gap-2" key={searchAddress(request)}>
          {carried(request).map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <Month id={`${id}-from`} name="from" label="From month" day={from} />
          <Month id={`${id}-to`} name="to" label="To month" day={to} />
          <Button variant="secondary" className="justify-self-start">
            Show these months
          </Button>
        </Form>
      </Disclosure>
    </section>
  );
}

function Month(given: { id: string; name: string; label: string; day: string | undefined }): JSX.Element {
  const { day, ...field } = given;
  // A browser without a month picker shows a plain field: then the pattern says how a month is written.
  return (
    <TextField
      {...field}
      type="month"
      placeholder="2026-09"
      pattern="\d{4}-\d{2}"
      title="A year and a month, such as 2026-09"
      defaultValue={day?.slice(0, 7)}
    />
  );
}

function isChosen({ from, to }: Stretch, request: SearchRequest): boolean {
  return from === request.from && to === request.to;
}

/** What the form sends along of the search so far. */
function carried(request: SearchRequest): [string, string][] {
  const address = searchAddress(request, { from: undefined, to: undefined });
  return [...new URLSearchParams(address.split("?")[1])];
}
