/** What `c` does away from the first page, whose capture box takes it up itself: goes to the form, or into its text. */
export function captureKeys(pathname: string, navigate: (to: string) => void): Record<string, () => void> {
  if (pathname === "/") return {};
  if (pathname === "/insights/new") return { c: () => document.querySelector("textarea")?.focus() };
  return { c: () => navigate("/insights/new") };
}
