import { apiProblem } from "../../http/api-problem.server.ts";

// A program that mistypes an address is told so, and not led to a page for signing in.
export function loader(): Response {
  return nothing();
}

export function action(): Response {
  return nothing();
}

function nothing(): Response {
  return apiProblem({
    status: 404,
    title: "Nothing here",
    detail: "/api/v1/openapi.json says what there is.",
  });
}
