import type { LoaderFunctionArgs } from "@remix-run/node";
import { listDepartments } from "../../departments/list-departments.server.ts";
import { apiAnswer, onlyRead, readParameters, requireApiPerson } from "../../http/api.server.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireApiPerson(request);
  readParameters(request, { known: [] });
  const departments = await listDepartments();
  const slugs = new Map(departments.map(({ id, slug }) => [id, slug]));
  const items = departments.map(({ slug, name, kind, aliases, closed, parentId }) => ({
    slug,
    name,
    kind,
    parent: parentId === null ? null : (slugs.get(parentId) ?? null),
    aliases,
    closed,
    url: `${context.origin}/departments/${slug}`,
  }));
  return apiAnswer({ items, next: null });
}

export const action = onlyRead;
