import { v7 } from "uuid";

/** A UUIDv7: unguessable, and sorted by the time it was made, so that indexes grow at one end. */
export function newId(): string {
  return v7();
}
