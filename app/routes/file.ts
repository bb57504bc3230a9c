import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWithFile } from "./answer-with-file.server.ts";

/** A picture to look at, or a document to save. */
export function loader(args: LoaderFunctionArgs): Promise<Response> {
  return answerWithFile(args, "large");
}
