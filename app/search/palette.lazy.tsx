import { useNavigate } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import { type JSX, useEffect, useRef, useState } from "react";
import { folded } from "../insights/search-text.ts";
import { Icon } from "../ui/icon.tsx";
import { LiveRegion } from "../ui/live-region.tsx";
import { type Suggest, type Suggestion, useSuggestions } from "../ui/use-suggestions.ts";
import { askWhenAllowed } from "./ask-when-allowed.ts";
import type { Named } from "./named.ts";
import { NamedLine } from "./named-line.tsx";
import { PaletteList } from "./palette-list.tsx";
import { suggestInsightsFound } from "./suggest.tsx";

/** A page, or something to do, that the palette leads to. */
export type PalettePage = { to: string; label: string };

/** Where the palette leads by itself, besides what the reader's own menu has. */
const palettePages = [
  { to: "/", label: "This week" },
  { to: "/insights/new", label: "Post an insight" },
  { to: "/search", label: "Search" },
  { to: "/search/more", label: "More ways to search" },
  { to: "/departments", label: "Departments" },
  { to: "/tags", label: "Themes" },
  { to: "/weeks", label: "All weeks" },
  { to: "/notifications", label: "Notifications" },
  { to: "/me/following", label: "What I follow" },
  { to: "/me/drafts", label: "Drafts" },
  { to: "/me", label: "My account" },
];

type PaletteProps = { more: readonly PalettePage[]; onClose: () => void };

/** Everything by its name, from the keyboard: pages, departments, contacts, colleagues, themes, comments, insights. */
export function Palette({ more, onClose }: PaletteProps): JSX.Element {
  const pages = [...palettePages, ...more];
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const choose = ({ to }: Suggestion): void => {
    dialog.current?.close();
    navigate(to);
  };
  const [suggest] = useState((): Suggest => (asked, signal) => suggestAll(pages, asked, signal));
  const suggestions = useSuggestions(suggest, choose);
  const firstPages = text.trim().length < 2 ? pages.map(pageSuggestion) : undefined;
  useEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it; a click beside it is one way more
    <dialog
      ref={dialog}
      aria-label="Go to anything"
      onClose={onClose}
      onClick={({ target, currentTarget }) => target === currentTarget && currentTarget.close()}
      className="mx-auto mt-[10vh] w-[min(40rem,calc(100vw-2rem))] rounded-lg border border-edge bg-surface p-0 text-ink raised backdrop:bg-[#000]/50 print:hidden"
    >
      <form
        method="get"
        action="/search"
        className="grid"
        onSubmit={(event) => {
          event.preventDefault();
          choose({ id: "all", to: `/search?${new URLSearchParams({ q: text })}`, content: null });
        }}
      >
        {/* What a sign can be followed by is put in beneath the box. */}
        <div>
          <input
            autoFocus
            name="q"
            role="combobox"
            aria-label="Go to a page, department, contact, colleague, theme or insight"
            aria-autocomplete="list"
            aria-expanded={suggestions.open}
            aria-controls={suggestions.listId}
            aria-activedescendant={
              suggestions.open && suggestions.active >= 0
                ? suggestions.optionId(suggestions.active)
                : undefined
            }
            placeholder="Go to…"
            autoComplete="off"
            className="min-h-12 w-full rounded-t-lg border-b border-edge bg-transparent px-4 text-base"
            onInput={({ currentTarget: { value } }) => {
              setText(value);
              suggestions.type(value);
            }}
            onKeyDown={(event) => event.key !== "Escape" && suggestions.press(event)}
          />
        </div>
        <PaletteList suggestions={suggestions} first={firstPages} onChoose={choose} />
        <LiveRegion>{suggestions.said}</LiveRegion>
      </form>
    </dialog>
  );
}

const settlingMilliseconds = 200;

async function suggestAll(
  pages: readonly PalettePage[],
  text: string,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const words = folded(text).split(/\s+/);
  const meant = pages.filter(({ label }) => words.every((word) => folded(label).includes(word)));
  // Each pause asks two questions, and both count as keystrokes: whoever types fast must not be told to wait.
  await new Promise((settled) => setTimeout(settled, settlingMilliseconds));
  signal.throwIfAborted();
  // One that fails leaves the other: without the engine there are names, and the other way round.
  const [named, insights] = await Promise.allSettled([
    askWhenAllowed<Named[]>(`/search/names?${new URLSearchParams({ q: text })}`, signal),
    suggestInsightsFound(text, signal),
  ]);
  signal.throwIfAborted();
  const own = meant.slice(0, 5).map(pageSuggestion);
  if (named.status === "rejected" && insights.status === "rejected" && own.length === 0) throw named.reason;
  const foundByName = named.status === "fulfilled" ? named.value : [];
  return [
    ...own,
    ...foundByName.map((one) => ({
      id: `${one.kind}-${one.key}`,
      to: one.to,
      content: <NamedLine named={one} />,
    })),
    ...(insights.status === "fulfilled" ? insights.value : []),
  ];
}

function pageSuggestion({ to, label }: PalettePage): Suggestion {
  return {
    id: `page-${to}`,
    to,
    content: (
      <span className="flex items-center gap-2 font-medium">
        <Icon of={ArrowRight} label="Page" className="size-4 text-accent" />
        {label}
      </span>
    ),
  };
}
