/** Hands over what changed while the next set is being prepared, one hand-over at a time. */
export function followChanges(onChanged: ((ids: string[]) => Promise<unknown>) | undefined): {
  add(ids: string[]): Promise<void>;
  settle(): Promise<void>;
} {
  let before: Promise<unknown> = Promise.resolve();
  return {
    async add(ids) {
      await before;
      if (ids.length > 0) before = onChanged?.(ids).catch(() => {}) ?? before;
    },
    async settle() {
      await before;
    },
  };
}
