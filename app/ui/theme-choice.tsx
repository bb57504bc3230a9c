import { useFetcher } from "@remix-run/react";
import type { JSX } from "react";
import { Button } from "./button.tsx";
import { isTheme, type Theme, themeNames, themes } from "./theme.ts";

type ThemeChoiceProps = { current: Theme; hidden: Record<string, string> };

/** One press for each way of colouring; with script the page changes at once, and the choice is sent behind it. */
export function ThemeChoice({ current, hidden }: ThemeChoiceProps): JSX.Element {
  const sending = useFetcher();
  const sent = sending.formData?.get("theme")?.toString();
  const chosen = isTheme(sent) ? sent : current;
  return (
    <sending.Form method="post" className="flex flex-wrap gap-2">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {themes.map((theme) => (
        <Button
          key={theme}
          name="theme"
          value={theme}
          variant={theme === chosen ? "primary" : "secondary"}
          aria-pressed={theme === chosen}
          onClick={() => show(theme)}
        >
          {themeNames[theme]}
        </Button>
      ))}
    </sending.Form>
  );
}

/** The attribute the server writes into the document, by which the style sheet decides. */
function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
