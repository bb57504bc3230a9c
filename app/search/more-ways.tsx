import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import { CheckField } from "../ui/check-field.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import { type SearchRequest, searchAddress } from "./search-request.ts";

type MoreWaysProps = { request: SearchRequest; names: readonly { handle: string; name: string }[] };

const colleagues = "search-colleagues";

/** What can be written in the box as signs, as fields: a phrase, a word to leave out, a colleague, what is unread. */
export function MoreWays({ request, names }: MoreWaysProps): JSX.Element {
  const address = searchAddress(request, { unread: false });
  return (
    <div className="mb-4 print:hidden">
      <Disclosure summary="More ways to search">
        <Form method="get" action="/search" className="grid gap-x-6 gap-y-3 sm:grid-cols-2" key={address}>
          {[...new URLSearchParams(address.split("?")[1])].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <TextField name="phrase" label="Exactly these words" maxLength={200} />
          <TextField name="without" label="Without the word" maxLength={200} />
          <TextField
            name="by"
            label="Posted or heard too by"
            list={colleagues}
            autoComplete="off"
            maxLength={100}
          />
          <datalist id={colleagues}>
            {names.map(({ handle, name }) => (
              <option key={handle} value={name} />
            ))}
          </datalist>
          <CheckField
            name="unread"
            value="1"
            defaultChecked={request.unread}
            label="Not yet read by me"
            className="self-end"
          />
          <Button variant="secondary" className="justify-self-start">
            Apply
          </Button>
          <p className="text-sm text-soft sm:col-span-2">
            The box takes all this too: “reading list” -printer by:priya in:informatics tag:rdm channel:coffee
            kind:need before:2026-10 is:unread
          </p>
        </Form>
      </Disclosure>
    </div>
  );
}
