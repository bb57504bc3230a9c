import { createStore, del, entries, get, set, type UseStore } from "idb-keyval";

let opened: UseStore | undefined;

/** What this browser keeps for longer than a page, also while there is no connection, for page and service worker. */
function store(): UseStore {
  opened ??= createStore("corridor", "device");
  return opened;
}

export function keepHere(name: string, value: unknown): Promise<void> {
  return set(name, value, store());
}

export function findHere<Value>(name: string): Promise<Value | undefined> {
  return get<Value>(name, store());
}

export function dropHere(name: string): Promise<void> {
  return del(name, store());
}

/** All whose name begins so, in the order of their names. */
export async function listHere<Value>(prefix: string): Promise<[name: string, value: Value][]> {
  const all = await entries<string, Value>(store());
  return all.filter(([name]) => name.startsWith(prefix)).sort(([one], [two]) => (one < two ? -1 : 1));
}
