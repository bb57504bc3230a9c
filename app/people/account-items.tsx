import type { JSX } from "react";
import { menuItemLook } from "../ui/account-menu.tsx";
import { showShortcuts } from "../ui/shortcuts.tsx";

type AccountItemsProps = {
  /** Pages for this person's part in the library. */
  more?: readonly { to: string; label: string; current?: boolean }[];
};

/** What the account menu offers: one's own page, and the way out. */
export function AccountItems({ more = [] }: AccountItemsProps): JSX.Element {
  return (
    <>
      <a href="/me" className={menuItemLook}>
        My account
      </a>
      {more.map(({ to, label, current }) => (
        <a key={to} href={to} aria-current={current && "page"} className={menuItemLook}>
          {label}
        </a>
      ))}
      <button
        type="button"
        onClick={showShortcuts}
        className={`${menuItemLook} hidden scripted:block pointer-coarse:hidden!`}
      >
        Keyboard shortcuts
      </button>
      <a href="/about/accessibility" className={menuItemLook}>
        Accessibility
      </a>
      <form method="post" action="/sign-out">
        <button type="submit" className={menuItemLook}>
          Sign out
        </button>
      </form>
    </>
  );
}
