import { useEffect, useRef, useState } from "react";
import { fileLimits } from "./file.ts";
import { type FileTrouble, troubleInWords } from "./file-trouble.ts";
import { asFormFile, type FormFile, gone, type SentFile } from "./sent-files.ts";
import { fetchFacts, uploadFile } from "./upload-file.ts";

/** A file in the form: on its way, there, or taken out again, which can be undone as long as the form stands. */
export type Item = {
  key: string;
  name: string;
  file?: FormFile;
  /** Of a draft: there, but not known yet. */
  held?: SentFile;
  /** How much of it has been sent. */
  part?: number;
  removed?: boolean;
};

export type Uploads = {
  items: Item[];
  /** Some are still on their way. */
  busy: boolean;
  /** What could not be taken, in sentences. */
  problems: string[];
  /** For a screen reader: what has just happened. */
  said: string;
  add(files: readonly File[]): void;
  remove(key: string): void;
  undo(key: string): void;
};

/** The files of a form, sent as soon as they are chosen, so that posting itself stays quick. */
export function useUploads(initial: readonly FormFile[], heldFiles: readonly SentFile[]): Uploads {
  const [items, setItems] = useState<Item[]>(() => [
    ...initial.map((file) => ({ key: file.id, name: file.name, file })),
    ...heldFiles.map((held) => ({ key: held.id, name: "A file added before", held })),
  ]);
  const [problems, setProblems] = useState<string[]>([]);
  const [said, setSaid] = useState("");
  const leaving = useRef<AbortController>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a draft is put into a form of its own
  useEffect(() => {
    const controller = new AbortController();
    leaving.current = controller;
    if (heldFiles.length > 0) void learn(heldFiles, controller.signal);
    return () => controller.abort();
  }, []);

  // What came with the form before script ran is known by the answer alone.
  const told = initial.map(({ id }) => id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useEffect(() => {
    setItems((all) => {
      const known = new Set(all.map(({ file }) => file?.id));
      const unknown = initial.filter(({ id }) => !known.has(id));
      return [...all, ...unknown.map((file) => ({ key: file.id, name: file.name, file }))];
    });
  }, [told]);

  const change = (key: string, changed: Partial<Item>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...changed } : item)));
  const refuse = (key: string, problem: string) => {
    setItems((all) => all.filter((item) => item.key !== key));
    setProblems((all) => [...all, problem]);
  };

  /** Asks what the files of a draft are; without an answer they stay as they are, and go with the form. */
  async function learn(asked: readonly SentFile[], signal: AbortSignal): Promise<void> {
    const ids = asked.map(({ id }) => id);
    const facts = await fetchFacts(ids, signal).catch(() => undefined);
    for (const { id, ...said } of facts ? asked : []) {
      const found = facts?.find((file) => file.id === id);
      if (found) change(id, { file: { ...found, ...said }, name: found.name, held: undefined });
      else refuse(id, gone);
    }
  }

  async function send(key: string, file: File): Promise<void> {
    const { signal } = leaving.current ?? new AbortController();
    const answer = await uploadFile(file, { signal, onProgress: (part) => change(key, { part }) });
    if (signal.aborted) return;
    if ("problem" in answer) return refuse(key, answer.problem);
    change(key, {
      file: { ...asFormFile(answer.file), decorative: false },
      name: answer.file.name,
      part: undefined,
    });
    setSaid(`${answer.file.name} is uploaded.`);
  }

  return {
    items,
    busy: items.some(({ part, removed }) => part !== undefined && !removed),
    problems,
    said,
    add(files) {
      const free = fileLimits.perInsight - items.filter(({ removed }) => !removed).length;
      const judged = files.map((file, position) => ({ file, trouble: troubleBefore(file, position < free) }));
      setProblems(
        judged.flatMap(({ file, trouble }) => (trouble ? [troubleInWords(trouble, file.name)] : [])),
      );
      const taken = judged
        .filter(({ trouble }) => !trouble)
        .map(({ file }) => ({ file, key: crypto.randomUUID() }));
      if (taken.length === 0) return;
      setItems((all) => [...all, ...taken.map(({ key, file }) => ({ key, name: file.name, part: 0 }))]);
      setSaid(`Uploading ${taken.map(({ file }) => file.name).join(", ")}.`);
      for (const { key, file } of taken) void send(key, file);
    },
    remove(key) {
      change(key, { removed: true });
      setSaid(`${items.find((item) => item.key === key)?.name} is removed.`);
    },
    undo(key) {
      change(key, { removed: false });
      setSaid(`${items.find((item) => item.key === key)?.name} is back.`);
    },
  };
}

function troubleBefore(file: File, fits: boolean): FileTrouble | undefined {
  if (!fits) return "one-too-many";
  if (file.size > fileLimits.bytes) return "too-large";
  return file.size === 0 ? "empty" : undefined;
}
