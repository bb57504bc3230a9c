import type { LoaderFunctionArgs } from "@remix-run/node";
import { apiAnswer, onlyRead } from "../../http/api.server.ts";
import { dayIn } from "../../settings/calendar.ts";
import { openApiDocument } from "./open-api-document.server.ts";

// Anybody may read what the API is; nothing in it is the library's.
export async function loader({ context }: LoaderFunctionArgs) {
  return apiAnswer(openApiDocument({ origin: context.origin, today: dayIn("UTC", new Date()) }));
}

export const action = onlyRead;
