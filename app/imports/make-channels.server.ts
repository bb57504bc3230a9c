import { newId } from "#db/new-id.server.ts";
import type { Person } from "../people/person.ts";
import { cutTo } from "../text/clean-text.ts";
import type { Formality } from "../vocabulary/channel.ts";
import { readChannel } from "../vocabulary/channel-draft.ts";
import { addChannel } from "../vocabulary/keep-channels.server.ts";
import type { UnknownValue } from "./import.ts";

type Making = { person: Person; unknown: readonly UnknownValue[]; formality: Formality };

/**
 * Adds the channels a file names and the library does not know, as they are spelt there and all of one formality; under
 * Settings each can be said better. What cannot be a name stays unknown. How many were added.
 */
export async function makeChannels({ person, unknown, formality }: Making): Promise<number> {
  let made = 0;
  for (const { of, value } of unknown) {
    if (of !== "channel") continue;
    const read = readChannel({ name: value, phrase: cutTo(60, `via ${value}`), formality });
    if ("problems" in read) continue;
    const added = await addChannel({ actorId: person.id, id: newId(), draft: read.draft });
    if (added === "done") made += 1;
  }
  return made;
}
