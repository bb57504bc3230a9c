import { useFetcher } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "./button.tsx";

type ThemeChoiceProps = {
  /** By what is sent; `system` leaves it to the reader's. */
  choices: Readonly<Record<string, string>>;
  current: string;
  hidden: Record<string, string>;
};

/** One press for each way of colouring; with script the page changes at once, and the choice is sent behind it. */
export function ThemeChoice({ choices, current, hidden }: ThemeChoiceProps): JSX.Element {
  const sending = useFetcher();
  const chosen = sending.formData?.get("theme") ?? current;
  return (
    <sending.Form method="post" className="flex flex-wrap gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {Object.entries(choices).map(([theme, name]) => (
        <Button
          key={theme}
          name="theme"
          value={theme}
          variant={theme === chosen ? "primary" : "secondary"}
          aria-pressed={theme === chosen}
          onClick={() => show(theme)}
        >
          {name}
        </Button>
      ))}
    </sending.Form>
  );
}

/** The attribute the server writes into the document, by which the style sheet decides. */
function show(theme: string): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
