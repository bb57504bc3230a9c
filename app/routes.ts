import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address there is. They are a contract: mails, printouts and tests rely on them. */
export default [
  index("routes/home.tsx"),
  route("weeks", "routes/weeks.tsx"),
  route("weeks/:week", "routes/week.tsx"),
  route("insights/new", "routes/insight-new.tsx"),
  route("insights/choices", "routes/insight-choices.ts"),
  route("insights/:id", "routes/insight.tsx"),
  route("insights/:id/edit", "routes/insight-edit.tsx"),
  route("search", "routes/search.tsx"),
  route("search/hits", "routes/search-hits.ts"),
  route("departments", "routes/departments.tsx"),
  route("departments/:slug", "routes/department.tsx"),
  route("tags", "routes/tags.tsx"),
  route("tags/:tag", "routes/tag.tsx"),
  route("files", "routes/files.ts"),
  route("files/:id", "routes/file.ts"),
  route("files/:id/small", "routes/file-small.ts"),
  route("me", "routes/me.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  route("api/v1/insights", "routes/api/insights.ts"),
  route("api/v1/search", "routes/api/search.ts"),
  route("api/v1/departments", "routes/api/departments.ts"),
  route("api/v1/openapi.json", "routes/api/openapi.ts"),
  route("*", "routes/not-found.tsx"),
] satisfies RouteConfig;
