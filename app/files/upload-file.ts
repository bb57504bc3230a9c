import type { FileFacts } from "./file.ts";

/** What the server knows of these files of one's own; those that are no longer there are left out. */
export async function fetchFacts(ids: readonly string[], signal: AbortSignal): Promise<FileFacts[]> {
  const asked = new URLSearchParams(ids.map((id) => ["file", id]));
  const answer = await fetch(`/files?${asked}`, { signal, redirect: "error" });
  if (!answer.ok) throw new Error(`files were answered with ${answer.status}`);
  return (await answer.json()).files;
}

type Uploading = { signal: AbortSignal; onProgress: (part: number) => void };

/** Sends one file by itself, telling how far it has got, which `fetch` cannot. */
export function uploadFile(
  file: File,
  { signal, onProgress }: Uploading,
): Promise<{ file: FileFacts } | { problem: string }> {
  const form = new FormData();
  form.append("upload", file);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = () =>
      resolve({ problem: `“${file.name}” did not arrive: add it again when you are online` });
    request.open("POST", "/files");
    request.responseType = "json";
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener("load", () => {
      const { status, response } = request;
      if (response?.file || response?.problem) resolve(response);
      else if (status === 401) resolve({ problem: `“${file.name}” was not taken: you have been signed out` });
      else if (status === 429)
        resolve({ problem: `“${file.name}” was not taken: wait a minute, then add it` });
      else fail();
    });
    request.addEventListener("error", fail);
    request.addEventListener("abort", fail);
    signal.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
