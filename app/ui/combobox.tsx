import { Combobox as Input, useComboboxStore } from "@ariakit/react/combobox";
import ChevronDown from "lucide-react/icons/chevron-down";
import type { FocusEvent, JSX, KeyboardEvent } from "react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { classes } from "./classes.ts";
import { ComboboxChips } from "./combobox-chips.tsx";
import { firstToShow, OptionList } from "./combobox-list.tsx";
import { type ComboboxProps, labelOf } from "./combobox-option.ts";
import { Icon } from "./icon.tsx";
import { LiveRegion } from "./live-region.tsx";
import type { Typing } from "./native-hand.ts";
import { notInList, useCombobox } from "./use-combobox.ts";

type ControlProps = ComboboxProps & {
  wiring: { id: string; "aria-describedby"?: string; "aria-invalid"?: true };
  initial: readonly string[];
  /** Whoever stood in the control before it goes on here. */
  typing?: Typing;
};

/** The control itself, drawn only in the browser and heavy: pages use `LazyCombobox`. */
export function Combobox({
  wiring,
  initial,
  typing,
  name,
  label,
  options,
  multiple = false,
  ...props
}: ControlProps): JSX.Element {
  const { allowNew, placeholder, required, onChange } = props;
  const state = useCombobox({ options, multiple, allowNew, initial, typed: typing?.text, onChange });
  const { values, text, unsettled } = state;
  const [open, setOpen] = useState(Boolean(typing?.text));
  const [leftOver, setLeftOver] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const store = useComboboxStore({
    inputValue: text,
    setInputValue: state.type,
    open,
    setOpen,
    focusLoop: true,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it takes the place
  useLayoutEffect(() => {
    if (!typing) return;
    input.current?.focus();
    if (typing.text) input.current?.setSelectionRange(typing.caret, typing.caret);
  }, []);
  const { reset } = state;
  useEffect(() => {
    const form = input.current?.form;
    form?.addEventListener("reset", reset);
    return () => form?.removeEventListener("reset", reset);
  });

  function pick(value: string) {
    state.toggle(value);
    setOpen(false);
    setLeftOver(false);
    input.current?.focus();
  }
  function takeBack(value: string) {
    state.remove(value);
    input.current?.focus();
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const last = values.at(-1);
    // Where the list cannot hold a virtual focus (Safari on a touch screen), none of it is active.
    const first = state.matches[0]?.option.value ?? state.addition;
    if (event.key === "Escape" && open) {
      setOpen(false);
      event.stopPropagation();
    } else if (event.key === "Escape" && unsettled) {
      state.type("");
    } else if (event.key === "Enter" && !open && unsettled) {
      if (!state.settle()) setOpen(true);
    } else if (event.key === "Enter" && open && unsettled && first && !store.getState().activeId) {
      pick(first);
    } else if (event.key === "," && allowNew && unsettled) {
      if (state.settle()) setOpen(false);
    } else if (event.key === "ArrowDown" && !open) {
      setOpen(true);
      requestAnimationFrame(() => store.move(firstToShow(store, multiple ? undefined : values[0])));
    } else if (event.key === "Backspace" && multiple && last && text === "") {
      state.remove(last);
    } else if (event.key === "ArrowLeft" && multiple && last && text === "") {
      box.current?.querySelector<HTMLElement>("li:last-of-type button")?.focus();
      setOpen(false);
    } else return;
    event.preventDefault();
  }
  function leave(event: FocusEvent) {
    if (box.current?.contains(event.relatedTarget)) return;
    setOpen(false);
    setLeftOver(!state.settle());
  }

  const described = classes(
    wiring["aria-describedby"],
    multiple && values.length > 0 && `${wiring.id}-chosen`,
  );
  return (
    <div ref={box}>
      <div className="relative">
        <div className={boxLook}>
          {multiple && (
            <ComboboxChips
              label={label}
              options={options}
              values={values}
              onLeave={() => input.current?.focus()}
              onRemove={takeBack}
            />
          )}
          <Input
            ref={input}
            store={store}
            {...wiring}
            autoSelect
            aria-required={required || undefined}
            aria-describedby={described || undefined}
            placeholder={values.length > 0 ? undefined : placeholder}
            spellCheck={false}
            onKeyDown={press}
            onBlur={leave}
            onFocus={(event) => !multiple && event.currentTarget.select()}
            size={1}
            className={classes(
              "min-h-8 flex-1 bg-transparent px-1.5 text-base outline-none",
              // Beside what is chosen it takes what is left, and a line of its own only for what is typed.
              multiple && values.length > 0 ? "field-sizing-content min-w-8" : "min-w-24",
            )}
          />
          {!allowNew && (
            <Icon of={ChevronDown} className="pointer-events-none absolute top-3 right-3 size-5 text-soft" />
          )}
        </div>
        <OptionList store={store} state={state} label={label} open={open} onPick={pick} />
      </div>
      {leftOver && unsettled && (
        <p className="mt-1 text-sm text-signal">
          {notInList(text)}, so it will not be saved. Choose one, or clear it.
        </p>
      )}
      {multiple && values.length > 0 && (
        <span id={`${wiring.id}-chosen`} className="sr-only">
          Chosen: {values.map((value) => labelOf(options, value)).join(", ")}
        </span>
      )}
      <LiveRegion>{state.announcement}</LiveRegion>
      {(values.length > 0 || multiple ? values : [""]).map((value) => (
        <input key={value} type="hidden" name={name} value={value} />
      ))}
    </div>
  );
}

const boxLook = `flex min-h-11 w-full flex-wrap items-center gap-1.5 rounded-md border border-edge bg-surface py-[5px] pr-10 pl-1.5
  has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent
  has-[[aria-invalid]]:border-danger has-[[aria-invalid]]:[box-shadow:0_0_0_1px_var(--color-danger)]`;
