import { type Delivery, kindChoices, type NotificationKind, notificationKinds } from "./notification.ts";

/** How a person is told of each kind. */
export type Choices = Record<NotificationKind, Delivery>;

/** How a kind comes: as chosen, where that is offered, else as usual. */
export function deliveryOf(kind: NotificationKind, chosen: string | undefined): Delivery {
  const { offered, usual } = kindChoices[kind];
  return offered.find((delivery) => delivery === chosen) ?? usual;
}

/** What the form chose: every kind that it names, each in a way that is offered; else undefined. */
export function readChoices(
  sent: (kind: NotificationKind) => string | undefined,
): Partial<Choices> | undefined {
  const chosen: Partial<Choices> = {};
  for (const kind of notificationKinds) {
    const value = sent(kind);
    if (value === undefined) continue;
    const delivery = deliveryOf(kind, value);
    if (delivery !== value) return undefined;
    chosen[kind] = delivery;
  }
  return chosen;
}
