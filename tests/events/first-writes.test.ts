import { expect, test } from "vitest";
import { closeSender } from "#app/events/sender.server.ts";
import { postComment } from "#app/insights/post-comment.server.ts";
import { newId } from "#db/new-id.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { anInsight, aPerson } from "#tests/support/factories.ts";

useDatabase();

test("transactions that hold the whole pool do not wait for a sender that waits for the pool", async () => {
  const person = await aPerson();
  const { id } = await anInsight();
  await closeSender();
  const posted = await Promise.all(
    Array.from({ length: 40 }, (_, place) =>
      postComment({ person, id, idempotencyKey: newId(), body: `The first words, ${place}` }),
    ),
  );
  expect(new Set(posted.map(({ outcome }) => outcome))).toEqual(new Set(["posted"]));
});
