import { people, teams } from "#db/schema/people.server.ts";

/** What is read of `people` and their `teams` to make a `Person`. */
export const personColumns = {
  id: people.id,
  handle: people.handle,
  name: people.name,
  jobTitle: people.jobTitle,
  role: people.role,
  demonstration: people.demonstration,
  team: { id: teams.id, slug: teams.slug, name: teams.name },
};
