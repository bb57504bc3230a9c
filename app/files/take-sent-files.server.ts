import type { FileFacts } from "./file.ts";
import { shownName } from "./file-name.ts";
import { troubleInWords } from "./file-trouble.ts";
import { type ArrivedFile, keepUpload } from "./keep-upload.server.ts";
import { listOwnFiles } from "./list-own-files.server.ts";
import { type FormFile, gone, problemWithFiles, sentFiles } from "./sent-files.ts";

export type TakenFiles = {
  /** All the form has now, in order; undefined when it shows no files. */
  files: FormFile[] | undefined;
  problem?: string;
};

/**
 * The files of a form: those uploaded before, by their ids, and those that came with it, which are kept first of all,
 * so that they are not asked for again when something else is wrong.
 */
export async function takeSentFiles({
  personId,
  form,
  uploads,
}: {
  personId: string;
  form: FormData;
  uploads: readonly ArrivedFile[];
}): Promise<TakenFiles> {
  const sent = sentFiles(form);
  const troubles: string[] = [];
  const added: FileFacts[] = [];
  for (const upload of uploads) {
    const kept = await keepUpload({ personId, upload });
    if ("file" in kept) added.push(kept.file);
    else troubles.push(troubleInWords(kept.trouble, shownName(upload.name)));
  }
  if (!sent && added.length === 0 && troubles.length === 0) return { files: undefined };

  const known = await listOwnFiles({ personId, ids: sent?.map(({ id }) => id) ?? [] });
  const files: FormFile[] = (sent ?? []).flatMap(({ id, ...said }) =>
    known.filter((file) => file.id === id).map((file) => ({ ...file, ...said })),
  );
  if (sent && files.length < sent.length) troubles.push(gone);
  const all = [...files, ...added.map((file) => ({ ...file, decorative: false }))];
  const problem = troubles.length > 0 ? troubles.join(". ") : problemWithFiles(all);
  return problem === undefined ? { files: all } : { files: all, problem };
}
