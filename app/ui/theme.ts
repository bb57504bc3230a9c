/** How pages are coloured: as the reader's system is, or by their own choice. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeNames: Record<Theme, string> = {
  system: "As the system is",
  light: "Light",
  dark: "Dark",
};

export function isTheme(text: string | undefined): text is Theme {
  return themes.some((theme) => theme === text);
}
