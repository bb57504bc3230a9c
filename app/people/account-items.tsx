import { Form, Link } from "@remix-run/react";
import type { JSX } from "react";
import { menuItemLook } from "../ui/account-menu.tsx";
import { showShortcuts } from "../ui/shortcuts.tsx";

type AccountItemsProps = {
  /** Pages for this person's part in the library. */
  more?: readonly { to: string; label: string }[];
};

/** What the account menu offers: one's own page, and the way out. */
export function AccountItems({ more = [] }: AccountItemsProps): JSX.Element {
  return (
    <>
      <Link to="/me" className={menuItemLook}>
        My account
      </Link>
      {more.map(({ to, label }) => (
        <Link key={to} to={to} className={menuItemLook}>
          {label}
        </Link>
      ))}
      <button
        type="button"
        onClick={showShortcuts}
        className={`${menuItemLook} hidden scripted:block pointer-coarse:hidden!`}
      >
        Keyboard shortcuts
      </button>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className={menuItemLook}>
          Sign out
        </button>
      </Form>
    </>
  );
}
