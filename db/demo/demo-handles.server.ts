import { demoColleagues } from "./content/people.ts";

/** What the demonstration's colleagues are known by. */
export const demoHandles: readonly string[] = demoColleagues.map(({ handle }) => handle);
