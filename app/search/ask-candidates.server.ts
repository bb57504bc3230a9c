import type { SearchResponse } from "meilisearch";
import { alwaysOf, questionsOf, type WordsQuestion, wordSearches } from "./any-word.ts";
import type { Candidate } from "./candidate.ts";
import { commonAmong, rememberTotals } from "./common-words.ts";
import { beginCounts, type Counts } from "./count-any.server.ts";
import { askEngine, type EngineAnswer, mainIndex, type SearchEngine } from "./engine.server.ts";
import { requestFilter } from "./engine-filter.ts";
import { keptReadable } from "./kept-readable.server.ts";
import type { AskedWord } from "./rank-candidates.ts";
import { readCandidates } from "./read-candidates.server.ts";
import { engineText } from "./read-query.ts";
import { isFiltered } from "./search-request.ts";
import { tenantToken } from "./tenant-token.server.ts";

export type CandidateQuestion = WordsQuestion & {
  /** Counts those with any of the words, and with `facets` each filter's values among them. */
  counted: boolean;
  facets?: boolean;
};

export type Candidates = Counts & {
  candidates: Candidate[];
  words: AskedWord[];
  /** Insights this person may read. */
  readable: number;
};

type Hit = { id: string; wanted: number };

/** Of a few words a page of each is enough; a sentence's many common ones bring what matters only when there is more. */
// Within filters few have each: then twice as many are all there are, more often than not.
const few = { words: 5, found: 20, foundWithin: 40 } as const;
// In all about as many, however many words there are.
const foundForWords = 240;
const foundForEachWord = { most: 60, least: 25 } as const;
const foundForAll = 30;
const readTogether = 10;
const mostAtOnce = 6;

/**
 * Asks the engine for each word by itself and for all together, under the reading rule and the request's filters: what
 * is worth ranking, how many have each word, and how many have any.
 */
export function askCandidates(question: CandidateQuestion): Promise<EngineAnswer<Candidates>> {
  return askEngine(async (engine) => {
    const token = await tenantToken(question.person, engine.key);
    const counting = beginCounts({ engine, token, question });
    const { found, readable } = await askWords(engine, token, question);
    const [, ...each] = found;
    // How many have a word or what stands in its place: at least as many as have the one most have.
    const questions = questionsOf(question.words);
    const haveOf = (asked: readonly string[]): number =>
      asked.reduce((sum, one) => sum + (each[questions.indexOf(one)]?.estimatedTotalHits ?? 0), 0);
    const ids = new Map(found.flatMap(({ hits }) => hits.map(({ id, wanted }) => [id, wanted] as const)));
    const reading = readCandidates(engine, token, { ids, always: alwaysOf(question) });
    const [candidates, counts] = await Promise.all([reading, counting({ each, reading })]);
    return {
      candidates,
      words: question.words.map((word, at) => ({
        ...word,
        ids: new Set(each[at]?.hits.map(({ id }) => id)),
        total: Math.max(each[at]?.estimatedTotalHits ?? 0, ...word.also.map(({ asked }) => haveOf(asked))),
      })),
      readable,
      ...counts,
    };
  });
}

type Paged = CandidateQuestion & { offset: number; limit: number };

/** Those with any of the words, in the engine's own order: for whoever leafs on beyond what is worth ranking. */
export function askRest({ offset, limit, ...question }: Paged): Promise<EngineAnswer<Candidate[]>> {
  return askEngine(async (engine) => {
    const token = await tenantToken(question.person, engine.key);
    const always = alwaysOf(question);
    const queries = wordSearches(question, [...always, ...requestFilter(question.request)]).map(asked);
    const federated = { federation: { offset, limit }, queries };
    const { hits } = await engine.ask<{ hits: Hit[] }>("multi-search", token, federated);
    return readCandidates(engine, token, {
      ids: new Map(hits.map(({ id, wanted }) => [id, wanted])),
      always,
    });
  });
}

function asked<Search extends object>(
  search: Search,
): Search & { indexUid: string; attributesToRetrieve: string[] } {
  return { ...search, indexUid: mainIndex(), attributesToRetrieve: ["id", "wanted"] };
}

async function askWords(
  engine: SearchEngine,
  token: string,
  question: CandidateQuestion,
): Promise<{ found: SearchResponse<Hit>[]; readable: number }> {
  const { person, words, request, without } = question;
  const kept = without.length === 0 ? keptReadable(person) : undefined;
  const filter = [...alwaysOf(question), ...requestFilter(request)];
  const isFew = words.length <= few.words;
  const isWhole = !isFiltered(request);
  const reader = `${person.id} ${person.team.id}`;
  const questions = questionsOf(words);
  const common = commonAmong({ reader, asked: isFew || !isWhole ? [] : questions });
  const askedFor = questions.filter((one) => !common.has(one));
  const share = Math.ceil(foundForWords / Math.max(1, words.length - common.size));
  const ofFew = isFiltered(request) ? few.foundWithin : few.found;
  const limit = isFew ? ofFew : Math.max(foundForEachWord.least, Math.min(foundForEachWord.most, share));
  const all = engineText(
    words
      .slice(0, readTogether)
      .map(({ word }) => word)
      .join(" "),
    request,
  );
  const queries = [
    asked({ q: all, filter, limit: isFew ? few.found : foundForAll }),
    ...wordSearches(question, filter).flatMap((search, at) =>
      common.has(questions[at] ?? "") ? [] : [asked({ ...search, limit })],
    ),
    ...(kept?.known === undefined ? [asked({ q: "", filter: alwaysOf(question), limit: 0 })] : []),
  ];
  // The engine works through one question's searches one by one, and through two questions at once.
  const middle = queries.length > mostAtOnce ? Math.ceil(queries.length / 2) : queries.length;
  const halves = [queries.slice(0, middle), queries.slice(middle)].filter((half) => half.length > 0);
  const answers = await Promise.all(
    halves.map((half) =>
      engine.ask<{ results: SearchResponse<Hit>[] }>("multi-search", token, { queries: half }),
    ),
  );
  const results = answers.flatMap((answer) => answer.results);
  const counted = kept?.known === undefined ? results.pop()?.estimatedTotalHits : undefined;
  if (counted !== undefined) kept?.keep(counted);
  const readable = kept?.known ?? counted ?? 0;
  const [together, ...found] = results;
  if (!together) throw new Error("the engine left a question out");
  if (isWhole) {
    const totals = new Map(askedFor.map((one, at) => [one, found[at]?.estimatedTotalHits ?? 0]));
    rememberTotals({ reader, readable, totals });
  }
  const known = (one: string) => ({ ...together, hits: [], estimatedTotalHits: common.get(one) ?? 0 });
  const each = questions.map((one) =>
    common.has(one) ? known(one) : (found[askedFor.indexOf(one)] ?? known(one)),
  );
  return { found: [together, ...each], readable };
}
