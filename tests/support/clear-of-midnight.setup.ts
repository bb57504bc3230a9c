import { setTimeout as sleep } from "node:timers/promises";
import { untilClearOfMidnight } from "./clear-of-midnight.ts";

const wait = untilClearOfMidnight(new Date());
if (wait > 0)
  console.log(`waiting ${Math.ceil(wait / 1_000)} s, so that the day does not turn under these tests`);
await sleep(wait);
