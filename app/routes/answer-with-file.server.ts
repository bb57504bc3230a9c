import { Readable } from "node:stream";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { isPicture } from "../files/file.ts";
import { contentDisposition } from "../files/file-name.ts";
import { openBytes, smallOf } from "../files/kept-bytes.server.ts";
import { notFound } from "../http/problems.server.ts";
import { requireViewer } from "../http/require-person.server.ts";
import { findFile } from "../insights/find-file.server.ts";

type Part = "large" | "small";

/**
 * A file's bytes, for whoever may read its insight at this moment. Its type is what we made of it, nothing in it can
 * run or reach out, a document is only saved, and nothing stays on a shared computer.
 */
export async function answerWithFile(
  { request, context, params }: LoaderFunctionArgs,
  part: Part,
): Promise<Response> {
  const person = await requireViewer(request, context);
  const file = await findFile({ person, id: params.id ?? "" });
  if (!file || (part === "small" && !isPicture(file))) return notFound();
  const kept = (await openBytes(part === "small" ? smallOf(file.id) : file.id)) ?? notFound();
  const headers = {
    "Content-Type": part === "small" ? "image/webp" : file.type,
    "Content-Length": String(kept.size),
    "Content-Disposition": contentDisposition(
      isPicture(file) ? "inline" : "attachment",
      nameOf(file.name, part),
    ),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
  };
  if (request.method === "HEAD") {
    kept.bytes.destroy();
    return new Response(null, { headers });
  }
  return new Response(Readable.toWeb(kept.bytes) as ReadableStream, { headers });
}

function nameOf(name: string, part: Part): string {
  return part === "small" ? name.replace(/\.\w+$/, " (small).webp") : name;
}
