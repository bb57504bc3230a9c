import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWithFile } from "./answer-with-file.server.ts";

/** A picture's small copy. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerWithFile(args, "small");
}
