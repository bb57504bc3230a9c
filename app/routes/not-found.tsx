import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { notFound } from "../http/problems.server.ts";
import { requirePerson } from "../http/require-person.server.ts";

export const meta: MetaFunction = () => [{ title: "There is nothing here · Corridor" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return notFound();
}

export async function action({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return notFound();
}

export default function NotFound(): null {
  return null;
}

export { SiteProblem as ErrorBoundary } from "./site-problem.tsx";
