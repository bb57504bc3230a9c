import { useLocation, useNavigate } from "@remix-run/react";
import { type JSX, useEffect, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { TextCompletionOf } from "../ui/text-completion-of.tsx";
import { signAtCaret } from "./sign-at-caret.ts";
import { type FilterOptions, signCompletions, withChosen } from "./sign-completions.ts";
import { useLiveSearch } from "./use-search-as-you-type.ts";

/** Under the search box, while a sign such as `in:` is written: what it can be followed by. What is chosen is a filter. */
export function SignPicker({ box }: { box: HTMLInputElement }): JSX.Element | null {
  const options = useFilterOptions();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const live = useLiveSearch();
  const completions = useMemo(() => options && signCompletions(options), [options]);
  const dialog = box.closest("dialog");
  const place = dialog ? box.parentElement : box.form;
  if (!options || !completions || !place) return null;
  return createPortal(
    <TextCompletionOf
      field={box}
      completions={completions}
      completesAt={() => true}
      begun={signAtCaret}
      inFlow={dialog !== null}
      onPick={({ field, word, match: { option } }) => {
        const { value, label } = option;
        const { today } = options;
        const { to, words } = withChosen({
          word,
          value,
          text: field.value,
          // The filters in force, where there are any.
          search: pathname === "/search" && !dialog ? search : "",
          today,
        });
        live?.forget();
        field.value = words;
        dialog?.close();
        navigate(to, { preventScrollReset: true });
        return `${label} chosen`;
      }}
    />,
    place,
  );
}

let kept: Promise<FilterOptions> | undefined;

/** Asked for once, when somebody comes to the box; without an answer the signs can be written out. */
function useFilterOptions(): FilterOptions | undefined {
  const [options, setOptions] = useState<FilterOptions>();
  useEffect(() => {
    let gone = false;
    kept ??= ask().catch((error) => {
      kept = undefined;
      throw error;
    });
    kept.then(
      (answer) => gone || setOptions(answer),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return options;
}

async function ask(): Promise<FilterOptions> {
  const answer = await fetch("/search/choices", { redirect: "error" });
  if (!answer.ok) throw new Error(`the choices answered ${answer.status}`);
  return await answer.json();
}
