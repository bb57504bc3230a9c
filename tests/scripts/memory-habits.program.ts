import { getHeapStatistics } from "node:v8";
import { takeMemoryHabits } from "#scripts/services/memory-habits.ts";

takeMemoryHabits("serve");
console.log(
  JSON.stringify({
    pid: process.pid,
    options: process.env.NODE_OPTIONS,
    limit: getHeapStatistics().heap_size_limit,
  }),
);
