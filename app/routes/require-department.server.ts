import { redirect } from "@remix-run/node";
import { type DepartmentProfile, findDepartment } from "../departments/find-department.server.ts";
import { notFound } from "../http/problems.server.ts";

type Named = Pick<DepartmentProfile, "slug" | "mergedInto">;

/** The department an address names, or a 404; one that went into another leads there. */
export async function requireDepartment(slug: string, request: Request): Promise<DepartmentProfile> {
  const department = (await findDepartment(slug)) ?? notFound();
  leadOn(department, request);
  return department;
}

/** Throws the way to where a department went, on the same side of it; nothing when it stands by itself. */
export function leadOn({ slug, mergedInto }: Named, request: Request): void {
  if (!mergedInto) return;
  const { pathname, search } = new URL(request.url);
  const rest = pathname.replace(/\.data$/, "").replace(`/departments/${slug}`, "");
  throw redirect(`/departments/${mergedInto.slug}${rest}${search}`, 301);
}
