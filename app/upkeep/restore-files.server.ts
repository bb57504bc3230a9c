import { Readable } from "node:stream";
import { keepBytes, openBytes } from "../files/kept-bytes.server.ts";
import { UnusableBackup } from "./backup.ts";

const name = /^[0-9a-f-]{36}(-small)?$/;

/** Keeps an uploaded file's bytes. Bytes never change under their id: what is there already stays. */
export async function keepRestoredFile(id: string, body: AsyncIterable<Buffer>): Promise<void> {
  if (!name.test(id)) throw new UnusableBackup("it is damaged: a file in it has no name of ours");
  const there = await openBytes(id);
  there?.bytes.destroy();
  if (!there) await keepBytes(id, Readable.from(body, { objectMode: false }));
}
