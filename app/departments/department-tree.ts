type Entry = { id: string; parentId: string | null };

/** An entry with those beneath it, in the order given. */
export type Branch<E extends Entry> = E & { children: Branch<E>[] };

/** Entries as a tree. One whose parent is not among them stands at the top, so that nothing is lost from view. */
export function departmentTree<E extends Entry>(entries: readonly E[]): Branch<E>[] {
  const branches = new Map(entries.map((entry) => [entry.id, { ...entry, children: [] as Branch<E>[] }]));
  const tops: Branch<E>[] = [];
  for (const branch of branches.values()) {
    const parent = branch.parentId === null ? undefined : branches.get(branch.parentId);
    (parent?.children ?? tops).push(branch);
  }
  return tops;
}
