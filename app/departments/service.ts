import { cleanLine } from "../text/clean-text.ts";

/** Something the library offers, that departments' needs are told against. */
export type Service = { id: string; name: string; retired: boolean };

export const serviceLimits = { characters: 80, services: 40 } as const;

/** What a form says of the list: each service's name and place, and one to be added. */
export type ServiceDraft = { id: string; name: string; place: number };

/** The list as it was sent: what has an empty name is offered no longer. */
export function readServices(
  known: readonly Service[],
  sent: (name: string) => string,
): { drafts: ServiceDraft[]; added: string } {
  const nameOf = (field: string) =>
    [...cleanLine(sent(field))].slice(0, serviceLimits.characters).join("").trim();
  const drafts = known.map(({ id }, at) => ({
    id,
    name: nameOf(`name-${id}`),
    place: Number(/^\d{1,3}$/.exec(sent(`place-${id}`))?.[0] ?? at + 1),
  }));
  return { drafts, added: nameOf("added") };
}
