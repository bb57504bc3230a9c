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

/** A department as other rooms show it: enough for a link. */
export type DepartmentName = { id: string; slug: string; name: string };
