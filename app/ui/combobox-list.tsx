import {
  ComboboxGroup,
  ComboboxGroupLabel,
  ComboboxItem,
  ComboboxList,
  type ComboboxStore,
} from "@ariakit/react/combobox";
import Check from "lucide-react/icons/check";
import Plus from "lucide-react/icons/plus";
import type { JSX } from "react";
import { useLayoutEffect, useState } from "react";
import { classes } from "./classes.ts";
import { inGroups } from "./combobox-option.ts";
import type { OptionMatch } from "./filter-options.ts";
import { Icon } from "./icon.tsx";
import type { ComboboxState } from "./use-combobox.ts";

type ListProps = {
  store: ComboboxStore;
  state: ComboboxState;
  label: string;
  open: boolean;
  onPick: (value: string) => void;
};

const most = 60;

/** The options under the box, or over it where there is no room below. */
export function OptionList({ store, state, label, open, onPick }: ListProps): JSX.Element {
  const { matches, addition, text } = state;
  const above = useNoRoomBelow(store, open);
  const shown = matches.slice(0, most);
  const groups = inGroups(shown, ({ option }) => option.group);
  return (
    <ComboboxList
      store={store}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      className={classes(
        "absolute inset-x-0 z-30 max-h-80 overflow-y-auto overscroll-contain rounded-md border border-edge bg-surface p-1 raised",
        above ? "bottom-full mb-1.5" : "top-full mt-1.5",
      )}
    >
      {groups.map(([group, members]) =>
        group && groups.length > 1 ? (
          <ComboboxGroup key={group} store={store}>
            <ComboboxGroupLabel className="px-2.5 pt-2 pb-1 text-sm font-semibold text-soft">
              {group}
            </ComboboxGroupLabel>
            {members.map((match) => (
              <OptionRow key={match.option.value} match={match} state={state} onPick={onPick} />
            ))}
          </ComboboxGroup>
        ) : (
          members.map((match) => (
            <OptionRow key={match.option.value} match={match} state={state} onPick={onPick} />
          ))
        ),
      )}
      {addition && (
        <ComboboxItem
          value={addition}
          setValueOnClick={false}
          className={rowLook}
          onClick={() => onPick(addition)}
        >
          <Icon of={Plus} className="size-4" />
          Add “{addition}”
        </ComboboxItem>
      )}
      {shown.length === 0 && !addition && (
        <p className="px-2.5 py-2 text-soft">Nothing matches “{text.trim()}”</p>
      )}
      {matches.length > most && (
        <p className="px-2.5 py-2 text-sm text-soft">
          The first {most} of {matches.length}: type to narrow them down
        </p>
      )}
    </ComboboxList>
  );
}

type RowProps = { match: OptionMatch; state: ComboboxState; onPick: (value: string) => void };

function OptionRow({ match: { option, through }, state, onPick }: RowProps): JSX.Element {
  const chosen = state.values.includes(option.value);
  const second = through ? `also “${through}”` : option.detail;
  return (
    <ComboboxItem
      value={option.value}
      setValueOnClick={false}
      focusOnHover
      aria-selected={chosen}
      className={rowLook}
      onClick={() => onPick(option.value)}
    >
      <Icon of={Check} className={classes("size-4 text-accent", !chosen && "invisible")} />
      <span className="min-w-0">
        {option.label}
        {second && <span className="block text-sm text-soft">{second}</span>}
      </span>
    </ComboboxItem>
  );
}

const rowLook =
  "flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2.5 py-1 outline-none data-active-item:bg-accent-soft pointer-coarse:min-h-11";

function useNoRoomBelow(store: ComboboxStore, open: boolean): boolean {
  const [above, setAbove] = useState(false);
  useLayoutEffect(() => {
    const box = store.getState().inputElement?.getBoundingClientRect();
    if (!open || !box) return;
    const below = window.innerHeight - box.bottom;
    setAbove(below < 240 && box.top > below);
  }, [store, open]);
  return above;
}

/** A list opened by the arrow key begins at what is chosen. */
export function firstToShow(store: ComboboxStore, chosen: string | undefined): string | null | undefined {
  const { renderedItems } = store.getState();
  return renderedItems.find(({ value }) => value && value === chosen)?.id ?? store.first();
}
