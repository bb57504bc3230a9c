import { eightWeeksAgo } from "./insights/eight-weeks-ago.ts";
import { elevenWeeksAgo } from "./insights/eleven-weeks-ago.ts";
import { fiveWeeksAgo } from "./insights/five-weeks-ago.ts";
import { fourWeeksAgo } from "./insights/four-weeks-ago.ts";
import { lastWeek } from "./insights/last-week.ts";
import { nineWeeksAgo } from "./insights/nine-weeks-ago.ts";
import { sevenWeeksAgo } from "./insights/seven-weeks-ago.ts";
import { sixWeeksAgo } from "./insights/six-weeks-ago.ts";
import { tenWeeksAgo } from "./insights/ten-weeks-ago.ts";
import { thisWeek } from "./insights/this-week.ts";
import { threeWeeksAgo } from "./insights/three-weeks-ago.ts";
import { twoWeeksAgo } from "./insights/two-weeks-ago.ts";
import type { DemoInsight } from "./types.ts";

export const demoInsights: readonly DemoInsight[] = [
  ...elevenWeeksAgo,
  ...tenWeeksAgo,
  ...nineWeeksAgo,
  ...eightWeeksAgo,
  ...sevenWeeksAgo,
  ...sixWeeksAgo,
  ...fiveWeeksAgo,
  ...fourWeeksAgo,
  ...threeWeeksAgo,
  ...twoWeeksAgo,
  ...lastWeek,
  ...thisWeek,
];
