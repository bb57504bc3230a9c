import type { DemoInsight } from "../types.ts";

export const week07More: readonly DemoInsight[] = [
  {
    key: "making-week",
    weeksAgo: 7,
    weekday: 3,
    time: "14:30",
    by: "fatima",
    departments: ["art-design"],
    channel: "corridor",
    body: "There's no reading week in the Art School. They call it making week, and every scalpel in the place was in somebody's hand, including two I recognised as ours from the conservation bench.",
  },
  {
    key: "medieval-pillow",
    weeksAgo: 7,
    weekday: 5,
    time: "18:00",
    by: "dan",
    departments: ["history"],
    channel: "enquiry-desk",
    body: "Six o'clock on the Friday of reading week: one reader, asleep on volume four of a medieval history. I dimmed the far end for him.",
  },
];
