import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "../http/require-person.server.ts";
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(request, context);
  return {};
}
export default function Search() {
  return null;
}
