import {
  type Delivery,
  deliveries,
  kindChoices,
  type NotificationKind,
  notificationKinds,
} from "./notification.ts";

/** How a person is told of each kind. */
export type Choices = Record<NotificationKind, Delivery>;

/** What comes of nobody having chosen anything. */
export function usualChoices(): Choices {
  return Object.fromEntries(notificationKinds.map((kind) => [kind, kindChoices[kind].usual])) as Choices;
}

/** What the form chose: every kind that it names, each in a way that is offered; else undefined. */
export function readChoices(
  sent: (kind: NotificationKind) => string | undefined,
): Partial<Choices> | undefined {
  const chosen: Partial<Choices> = {};
  for (const kind of notificationKinds) {
    const value = sent(kind);
    if (value === undefined) continue;
    const delivery = deliveries.find((one) => one === value);
    if (!delivery || !kindChoices[kind].offered.includes(delivery)) return undefined;
    chosen[kind] = delivery;
  }
  return chosen;
}
