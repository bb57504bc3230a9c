export const departmentKinds = [
  "faculty",
  "school",
  "department",
  "research-group",
  "service",
  "external",
] as const;
export type DepartmentKind = (typeof departmentKinds)[number];

export const departmentKindNames: Record<DepartmentKind, string> = {
  faculty: "Faculty",
  school: "School",
  department: "Department",
  "research-group": "Research group",
  service: "Service",
  external: "External",
};

export const aliasKinds = ["nickname", "old-name"] as const;
export type AliasKind = (typeof aliasKinds)[number];

export const liaisonParts = ["owner", "co-owner"] as const;
export type LiaisonPart = (typeof liaisonParts)[number];

/** Slugs that are addresses of their own and can never name a department or a tag. */
export const reservedSlugs: ReadonlySet<string> = new Set([
  "new",
  "all",
  "edit",
  "briefing",
  "evidence",
  "archive",
  "search",
  "import",
  "export",
  "settings",
  "me",
  "api",
]);

/** True for lower-case words joined by hyphens that are no address of the application's own. */
export function isUsableSlug(slug: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && slug.length <= 80 && !reservedSlugs.has(slug);
}

/** A department as other rooms show it: enough for a link. */
export type DepartmentName = { id: string; slug: string; name: string };
