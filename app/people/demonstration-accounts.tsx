import { Form } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "../ui/button.tsx";
import type { DemonstrationAccount } from "./list-demonstration-accounts.server.ts";
import { roleNames } from "./person.ts";

type DemonstrationAccountsProps = { to: string; accounts: readonly DemonstrationAccount[] };

/** One press signs in as a fictional colleague. Shown only on the demonstration library, on its own machine. */
export function DemonstrationAccounts({ to, accounts }: DemonstrationAccountsProps): JSX.Element {
  return (
    <section aria-labelledby="demonstration" className="grid gap-3 border-t border-line pt-5">
      <div>
        <h2 id="demonstration" className="font-semibold">
          Look around first
        </h2>
        <p className="text-sm text-soft">This is a demonstration library. Its people are fictional.</p>
      </div>
      <ul className="grid gap-2">
        {accounts.map(({ handle, name, role }) => (
          <li key={handle}>
            <Form method="post">
              <input type="hidden" name="to" value={to} />
              <input type="hidden" name="demonstration" value={handle} />
              <Button variant="secondary" className="w-full">
                {name}, {roleNames[role].toLowerCase()}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
