/** Whether a path is one for programs, and not for readers. */
export function isApi({ path }: { path: string }): boolean {
  return path === "/api" || path.startsWith("/api/");
}

const read = "GET, HEAD";

/** What can be asked of each address of the API, as its answers to anything else say. */
const methodsOf = new Map([
  ["/api/v1/insights", `${read}, POST`],
  ["/api/v1/search", read],
  ["/api/v1/departments", read],
  ["/api/v1/openapi.json", read],
]);

export function methodsAt(path: string): string | undefined {
  return methodsOf.get(path.replace(/\/$/, ""));
}
