/** How long to wait, as it is said: "a second", "40 seconds", "2 minutes". */
export function waitWords(seconds: number): string {
  if (seconds > 90) return `${Math.ceil(seconds / 60)} minutes`;
  return seconds === 1 ? "a second" : `${seconds} seconds`;
}
