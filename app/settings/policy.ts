/** Administrators say what the library is called, where its clocks stand and what its words are. */
export function canChangeLibrary({ role }: { role: string }): boolean {
  return role === "admin";
}
