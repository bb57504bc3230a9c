/** As many pages as an address may name. */
const most = 50;
const perPage = 100;

/** One page of a list that is whole at hand, and how many pages it has: what lies beyond them is found by words. */
export function pageOf<One>(all: readonly One[], page: number): { shown: One[]; pages: number } {
  const pages = Math.min(most, Math.max(1, Math.ceil(all.length / perPage)));
  return { shown: all.slice((page - 1) * perPage, page * perPage), pages };
}
