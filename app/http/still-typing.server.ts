type Searched = { q: string; at: number };

const pauseMs = 10_000;
const mostPeople = 10_000;
const last = new Map<string, Searched>();

/**
 * Whether this search goes on from the same person's last one, a letter or some more or fewer: whoever types slowly
 * asks for a page of results with nearly every letter, and has still searched once.
 */
export function isStillTyping(personId: string, q: string, now = Date.now()): boolean {
  const before = last.get(personId);
  last.delete(personId);
  last.set(personId, { q, at: now });
  const [oldest] = last.keys();
  if (last.size > mostPeople && oldest !== undefined) last.delete(oldest);
  if (!before || now - before.at > pauseMs || before.q.length === q.length) return false;
  return q.startsWith(before.q) || before.q.startsWith(q);
}
