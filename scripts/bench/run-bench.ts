import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { readingRule } from "#app/insights/readable.ts";
import { mintApiKey } from "#app/people/mint-api-key.server.ts";
import { startSession } from "#app/people/start-session.server.ts";
import { mainIndex } from "#app/search/engine.server.ts";
import { readableFilter } from "#app/search/engine-filter.ts";
import { reindex } from "#app/search/reindex.server.ts";
import { dayIn, mondayOf, weekName } from "#app/settings/calendar.ts";
import { runTransaction } from "#db/run-transaction.server.ts";
import type { Say } from "../services/log.ts";
import { asOwner } from "./as-owner.ts";
import { fillInsights } from "./fill-insights.ts";
import { fillLibrary, known } from "./fill-library.ts";
import { measureLoad } from "./measure-load.ts";
import { measureMails } from "./measure-mails.ts";
import {
  measureClosedWeek,
  measureDepartment,
  measureKeystroke,
  measureSearch,
  measureSentence,
  measureWeek,
} from "./measure-reading.ts";
import { measureFound, measureSave } from "./measure-saving.ts";
import { measureWeight } from "./measure-weight.ts";
import type { Bench, Figure } from "./measuring.ts";
import type { OpenLibrary } from "./open-library.ts";
import type { MeasureName } from "./options.ts";
import { cpuClock, megabytesOf } from "./processes.ts";
import { startCorridor } from "./start-corridor.ts";
import { startFloor } from "./start-floor.ts";

const reader = { handle: "priya", email: "liaison@northmoor.example" };

const measuring: Record<MeasureName, (bench: Bench) => Promise<Figure[]>> = {
  week: measureWeek,
  closed: measureClosedWeek,
  department: measureDepartment,
  search: measureSearch,
  keystroke: measureKeystroke,
  sentence: measureSentence,
  mails: measureMails,
  found: measureFound,
  save: measureSave,
  load: measureLoad,
  weight: measureWeight,
};

type Running = {
  library: OpenLibrary;
  insights: number;
  inDepartment: number | undefined;
  measures: readonly MeasureName[];
  rounds: number;
  interrupted: AbortSignal;
  say: Say;
  /** What is done while everything is still up. */
  whileUp: (bench: Bench) => Promise<void>;
};

/** Fills the library, starts ours and the floor beside it, and measures one kind of work after another. */
export async function runBench(running: Running): Promise<Figure[]> {
  const { library, insights, inDepartment, measures, rounds, interrupted, say, whileUp } = running;
  const { addresses, folder } = library;
  const filled = await fillLibrary();
  await fillInsights({ library: filled, count: insights, inDepartment });
  await asOwner(addresses.ownerUrl, [sql`vacuum analyze`]);
  say(`${insights} insights are in the database.`);
  interrupted.throwIfAborted();
  const reindexing = await reindexed();
  say("They are in the index.");

  const { id: personId, teamId } = known(filled.colleagues, reader.handle);
  const sessionToken = await runTransaction((tx) => startSession(tx, { personId, userAgent: "bench" }));
  const apiKey = (await mintApiKey({ email: reader.email, name: "bench" })) ?? "";
  const readable = readableFilter(readingRule({ id: personId, team: { id: teamId } }));
  const floor = await startFloor({ addresses, index: mainIndex(), readable });
  const corridor = await startCorridor({ addresses, folder, sessionToken }).catch(async (error) => {
    await floor.stop();
    throw error;
  });
  try {
    const today = dayIn("Europe/London", new Date());
    const monday = mondayOf(today);
    const web = { port: corridor.port, cpu: cpuClock("serve.js"), sessionToken, apiKey };
    const bare = { port: floor.port, cpu: cpuClock("floor-server.ts") };
    const week = { monday, name: weekName(monday) };
    const bench: Bench = { addresses, web, floor: bare, week, today, inDepartment, rounds };
    const figures: Figure[] = [];
    for (const name of measures) {
      interrupted.throwIfAborted();
      figures.push(...(await measuring[name](bench)));
      say(`Measured: ${name}.`);
    }
    figures.push({
      name: "start → first feed answer",
      unit: "s",
      value: corridor.startSeconds,
      goal: { atMost: 1.3, of: "value" },
    });
    figures.push(...memory(), ...(await memoryWhenQuiet()), reindexing);
    await whileUp(bench);
    return figures;
  } finally {
    await corridor.stop();
    await floor.stop();
  }
}

async function reindexed(): Promise<Figure> {
  const began = performance.now();
  const outcome = await reindex();
  if (outcome !== "rebuilt") throw new Error(`the index was not built: ${outcome}`);
  return { name: "full reindex", unit: "s", value: (performance.now() - began) / 1_000 };
}

async function memoryWhenQuiet(): Promise<Figure[]> {
  await sleep(20_000);
  return memory("once it is quiet (PSS)");
}

function memory(when = "after load (PSS)"): Figure[] {
  const [web, worker, bare] = ["serve.js", "worker.js", "floor-server.ts"].map(megabytesOf);
  if (web === undefined || worker === undefined) return [];
  const name = `memory of web and worker ${when}`;
  return [{ name, unit: "MB", value: web + worker, floor: bare, goal: { atMost: 220, of: "value" } }];
}
