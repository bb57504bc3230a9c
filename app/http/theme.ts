/** How pages are coloured, and what each way is called: as the reader's system is, or by their own choice. */
export const themeNames = { system: "As the system is", light: "Light", dark: "Dark" };
export type Theme = keyof typeof themeNames;

export function isTheme(text: string | undefined): text is Theme {
  return text !== undefined && Object.hasOwn(themeNames, text);
}
