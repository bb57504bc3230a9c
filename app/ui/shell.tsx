import Plus from "lucide-react/icons/plus";
import type { JSX, ReactNode } from "react";
import { buttonLook } from "./button.tsx";
import { classes } from "./classes.ts";
import { Icon } from "./icon.tsx";
import { Kept } from "./kept-markup.tsx";
import { BarLink, type NavItem, RailLink } from "./nav-item.tsx";
import { SearchBox, type SearchBoxProps } from "./search-box.tsx";
import { linksInPlace, useLinksInPlace } from "./use-links-in-place.ts";

type AppShellProps = {
  /** The left rail of a desk. */
  nav: readonly NavItem[];
  /** The phone's bottom bar, with the post button put in its middle; the rail's entries unless told otherwise. */
  bar?: readonly NavItem[];
  search?: SearchBoxProps;
  post?: { to: string; label: string; current?: boolean };
  /** The way to what one is told. */
  bell?: ReactNode;
  account?: ReactNode;
  /** Another page is on its way. */
  busy?: boolean;
  children: ReactNode;
};

export function AppShell({
  nav,
  bar = nav,
  search,
  post,
  bell,
  account,
  busy = false,
  children,
}: AppShellProps): JSX.Element {
  useLinksInPlace();
  return (
    <div className="min-h-dvh print:block md:grid md:grid-cols-[8rem_minmax(0,1fr)] md:grid-rows-[auto_1fr] xl:grid-cols-[14rem_minmax(0,1fr)]">
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <Progress busy={busy} />
      <header
        {...linksInPlace}
        className="sticky top-0 z-20 flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line bg-paper px-4 py-2 short:static md:col-span-2 md:px-6 print:hidden"
      >
        <a
          href="/"
          className="shrink-0 rounded-sm font-serif text-lg font-semibold whitespace-nowrap md:min-w-31 xl:w-55"
        >
          Corridor
        </a>
        {search && <SearchBox {...search} />}
        <div className="ml-auto flex items-center gap-2">
          {post && <Kept of={PostButton} with={post} className="contents" />}
          {bell}
          {account}
        </div>
      </header>
      <nav {...linksInPlace} aria-label="Main" className="max-md:hidden print:hidden">
        <Kept of={Rail} with={{ items: nav }} className="contents" />
      </nav>
      <main
        id="main"
        tabIndex={-1}
        aria-busy={busy || undefined}
        className="min-w-0 px-4 pt-6 pb-28 outline-none md:px-8 md:pb-16 print:p-0"
      >
        <div className="max-w-page">{children}</div>
      </main>
      <nav
        {...linksInPlace}
        aria-label="Main"
        className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] short:static md:hidden print:hidden"
      >
        <Kept of={BottomBar} with={{ items: bar, post }} className="contents" />
      </nav>
    </div>
  );
}

type Post = NonNullable<AppShellProps["post"]>;

function PostButton({ to, label, current }: Post): JSX.Element {
  return (
    <a
      href={to}
      aria-current={current ? "page" : undefined}
      className={classes(buttonLook({}), "max-md:hidden")}
    >
      <Icon of={Plus} className="size-4" />
      {label}
    </a>
  );
}

function Rail({ items }: { items: readonly NavItem[] }): JSX.Element {
  return (
    <ul className="sticky top-16 grid max-h-[calc(100dvh-4rem)] gap-1 overflow-y-auto p-2 xl:p-3 short:static short:max-h-none">
      {items.map((item) => (
        <li key={item.to}>
          <RailLink {...item} />
        </li>
      ))}
    </ul>
  );
}

function BottomBar({ items, post }: { items: readonly NavItem[]; post?: Post }): JSX.Element {
  const middle = Math.ceil(items.length / 2);
  return (
    <ul className="flex items-center px-1">
      {items.slice(0, middle).map((item) => (
        <li key={item.to} className="min-w-12 flex-auto">
          <BarLink {...item} />
        </li>
      ))}
      {post && (
        <li className="px-2">
          <a
            href={post.to}
            aria-current={post.current ? "page" : undefined}
            className={classes(
              "grid size-12 place-items-center rounded-full bg-accent text-on-accent",
              post.current && "[box-shadow:0_0_0_2px_var(--color-paper),0_0_0_4px_var(--color-accent)]",
            )}
          >
            <Icon of={Plus} className="size-6 stroke-2" />
            <span className="sr-only">{post.label}</span>
          </a>
        </li>
      )}
      {items.slice(middle).map((item) => (
        <li key={item.to} className="min-w-12 flex-auto">
          <BarLink {...item} />
        </li>
      ))}
    </ul>
  );
}

function Progress({ busy }: { busy: boolean }): JSX.Element | null {
  if (!busy) return null;
  return <div className="progress fixed inset-x-0 top-0 z-30 h-0.5 bg-accent print:hidden" />;
}
