import { week00 } from "./insights/week-00.ts";
import { week00More } from "./insights/week-00-more.ts";
import { week01 } from "./insights/week-01.ts";
import { week01More } from "./insights/week-01-more.ts";
import { week02 } from "./insights/week-02.ts";
import { week02More } from "./insights/week-02-more.ts";
import { week03 } from "./insights/week-03.ts";
import { week03More } from "./insights/week-03-more.ts";
import { week04 } from "./insights/week-04.ts";
import { week04More } from "./insights/week-04-more.ts";
import { week05 } from "./insights/week-05.ts";
import { week05More } from "./insights/week-05-more.ts";
import { week06 } from "./insights/week-06.ts";
import { week06More } from "./insights/week-06-more.ts";
import { week07 } from "./insights/week-07.ts";
import { week07More } from "./insights/week-07-more.ts";
import { week08 } from "./insights/week-08.ts";
import { week08More } from "./insights/week-08-more.ts";
import { week09 } from "./insights/week-09.ts";
import { week09More } from "./insights/week-09-more.ts";
import { week10 } from "./insights/week-10.ts";
import { week10More } from "./insights/week-10-more.ts";
import { week11 } from "./insights/week-11.ts";
import { week11More } from "./insights/week-11-more.ts";
import { week12 } from "./insights/week-12.ts";
import { week13 } from "./insights/week-13.ts";
import { week14 } from "./insights/week-14.ts";
import { week15 } from "./insights/week-15.ts";
import { week16 } from "./insights/week-16.ts";
import { week17 } from "./insights/week-17.ts";
import { week18 } from "./insights/week-18.ts";
import { week19 } from "./insights/week-19.ts";
import { week20 } from "./insights/week-20.ts";
import { week21 } from "./insights/week-21.ts";
import { week22 } from "./insights/week-22.ts";
import { week23 } from "./insights/week-23.ts";
import { week24Early } from "./insights/week-24-early.ts";
import { week24Late } from "./insights/week-24-late.ts";
import { week25Early } from "./insights/week-25-early.ts";
import { week25Late } from "./insights/week-25-late.ts";
import { week26Early } from "./insights/week-26-early.ts";
import { week26Late } from "./insights/week-26-late.ts";
import { week27Early } from "./insights/week-27-early.ts";
import { week27Late } from "./insights/week-27-late.ts";
import { week28Early } from "./insights/week-28-early.ts";
import { week28Late } from "./insights/week-28-late.ts";
import { week29Early } from "./insights/week-29-early.ts";
import { week29Late } from "./insights/week-29-late.ts";
import type { DemoInsight } from "./types.ts";

/** The latest week first; `week-07` was heard seven weeks ago. */
export const demoInsights: readonly DemoInsight[] = [
  ...week00More,
  ...week00,
  ...week01More,
  ...week01,
  ...week02More,
  ...week02,
  ...week03More,
  ...week03,
  ...week04More,
  ...week04,
  ...week05More,
  ...week05,
  ...week06More,
  ...week06,
  ...week07More,
  ...week07,
  ...week08More,
  ...week08,
  ...week09More,
  ...week09,
  ...week10More,
  ...week10,
  ...week11More,
  ...week11,
  ...week12,
  ...week13,
  ...week14,
  ...week15,
  ...week16,
  ...week17,
  ...week18,
  ...week19,
  ...week20,
  ...week21,
  ...week22,
  ...week23,
  ...week24Early,
  ...week24Late,
  ...week25Early,
  ...week25Late,
  ...week26Early,
  ...week26Late,
  ...week27Early,
  ...week27Late,
  ...week28Early,
  ...week28Late,
  ...week29Early,
  ...week29Late,
];
