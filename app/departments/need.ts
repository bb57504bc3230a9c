import { cleanLine } from "../text/clean-text.ts";

export const needStates = ["met", "unmet", "not-aware"] as const;
export type NeedState = (typeof needStates)[number];

export const needStateNames: Record<NeedState, string> = {
  met: "Met",
  unmet: "Unmet",
  "not-aware": "Not aware of it",
};

/** How a department stands to one of our services; without a state nobody has said. */
export type Need = {
  serviceId: string;
  service: string;
  state: NeedState | null;
  note: string;
  version: number;
  noted: { by: string; at: string } | null;
};

export type NeedDraft = Pick<Need, "serviceId" | "state" | "note" | "version">;

export const mostNeedNote = 300;

/** What a page's form says of each service: a state of the list or none, and a word about it. */
export function readNeeds(
  services: readonly { serviceId: string }[],
  sent: (name: string) => string,
): NeedDraft[] {
  return services.map(({ serviceId }) => {
    const state = needStates.find((each) => each === sent(`state-${serviceId}`)) ?? null;
    const note = [...cleanLine(sent(`note-${serviceId}`))].slice(0, mostNeedNote).join("");
    const version = Number(/^\d{1,6}$/.exec(sent(`version-${serviceId}`))?.[0] ?? 0);
    return { serviceId, state, note, version };
  });
}
