import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { FileFacts } from "../files/file.ts";
import { shownName } from "../files/file-name.ts";
import { troubleInWords } from "../files/file-trouble.ts";
import { keepUpload } from "../files/keep-upload.server.ts";
import { listOwnFiles } from "../files/list-own-files.server.ts";
import { readForm } from "../http/form-data.server.ts";
import { requirePerson } from "../http/require-person.server.ts";

/** What a form restored from a draft shows of its files: the reader's own, those asked for by `file`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const person = await requirePerson(request, context);
  const ids = new URL(request.url).searchParams.getAll("file");
  return Response.json({ files: await listOwnFiles({ personId: person.id, ids }) });
}

type UploadAnswer = { file: FileFacts } | { problem: string };

/** Takes one file in by itself, while its insight is still being written. */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request, context);
  await readForm(request);
  const [upload] = context.uploads ?? [];
  if (!upload) return answer({ problem: "No file came with the form." }, 400);
  const kept = await keepUpload({ personId: person.id, upload });
  if ("file" in kept) return answer(kept, 201);
  const status = kept.trouble === "no-room" ? 507 : 400;
  return answer({ problem: troubleInWords(kept.trouble, shownName(upload.name)) }, status);
}

function answer(said: UploadAnswer, status: number): Response {
  return Response.json(said, { status });
}
