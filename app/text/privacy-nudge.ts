import {
  beings,
  belongings,
  judgements,
  judgementsOfBeing,
  notNames,
  ofWork,
  roles,
  sensitive,
  thingsDone,
  titles,
} from "./privacy-words.ts";

export type PrivacyNudge = {
  why: "judgement" | "sensitive" | "contact";
  /** The name or the contact, as it stands in the text from `from` to `to`. */
  found: string;
  from: number;
  to: number;
  /** What goes with it: "lazy". */
  word?: string;
  /** What to write instead; nothing to take it out. */
  instead: string;
};

type Word = { text: string; low: string; from: number; to: number; apart: boolean };
type Person = { first: number; last: number };

const mostCharacters = 20_000;
const near = 12;
const wordPattern = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;
const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
const telephone = /(?<![\w.,/-])(?:\+\d{1,3}|\(?0)[\d ()-]{8,16}\d(?![\w/-])/gu;
const studentNumber = /\b(?:student|matriculation)\s(?:number|no|id)\b\D{0,6}\d{5,10}\b|\b[su]\d{7,8}\b/giu;
const ofAnOffice =
  /^(?:admin|enquir|help|info|librar|office|support|reception|service|desk|subject|contact|team|noreply)/i;
const webAddress = /https?:\/\/\S{1,500}/gu;

/**
 * What in a text may be worth a second look before all staff read it: a named person with a judgement of them or
 * with what the law protects most, and ways to reach a person. Word after word, so that no text takes long. `known`
 * are names that are no person's: departments, buildings, channels.
 */
export function privacyNudges(text: string, known: readonly string[] = []): PrivacyNudge[] {
  const read = text.slice(0, mostCharacters).replace(webAddress, (url) => " ".repeat(url.length));
  const knownWords = new Set(known.flatMap((name) => name.toLowerCase().match(wordPattern) ?? []));
  const aboutPeople = sentencesOf(read).flatMap((sentence) => inSentence(sentence, knownWords));
  return [...aboutPeople, ...contacts(read)].sort((a, b) => a.from - b.from);
}

function sentencesOf(text: string): Word[][] {
  const sentences: Word[][] = [];
  let current: Word[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(wordPattern)) {
    const gap = text.slice(end, index);
    const before = current.at(-1);
    const isShort = before && (titles.has(before.low) || before.text.length === 1);
    if (/[!?\n;]|\.\s/.test(gap.slice(0, 40)) && !(isShort && !gap.includes("\n"))) {
      sentences.push(current);
      current = [];
    }
    const text_ = raw.replace(/['’]s?$/u, "");
    current.push({
      text: text_,
      low: text_.toLowerCase(),
      from: index,
      to: index + text_.length,
      apart: !/^\.? $/.test(gap),
    });
    if (/['’]s$/u.test(raw)) {
      current.push({ text: "s", low: "s", from: index + text_.length, to: index + raw.length, apart: true });
    }
    end = index + raw.length;
  }
  return [...sentences, current];
}

function inSentence(words: Word[], known: ReadonlySet<string>): PrivacyNudge[] {
  const people = peopleIn(words, known);
  if (people.length === 0) return [];
  const isOfWork = words.some(({ low }) => ofWork.has(low));
  for (const [at, { low }] of words.entries()) {
    const why = judges(words, at) ? "judgement" : !isOfWork && tellsMuch(words, at) ? "sensitive" : undefined;
    const person = why && nearest(people, at);
    if (why && person) return [nudge(words, { person, why, word: low })];
  }
  return [];
}

function judges(words: Word[], at: number): boolean {
  const word = words[at]?.low ?? "";
  if (judgements.has(word)) return !isDenied(words, at);
  if (!judgementsOfBeing.has(word) || thingsDone.has(words[at + 1]?.low ?? "")) return false;
  return (
    words.slice(Math.max(0, at - 3), at).some(({ low }) => beings.has(low) || low === "s") &&
    !isDenied(words, at)
  );
}

function tellsMuch(words: Word[], at: number): boolean {
  if (!sensitive.has(words[at]?.low ?? "")) return false;
  return words.slice(Math.max(0, at - 3), at).some(({ low }) => belongings.has(low));
}

function isDenied(words: Word[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 3), at)
    .some(({ low }) => low === "not" || low === "never" || low.endsWith("n't"));
}

function peopleIn(words: Word[], known: ReadonlySet<string>): Person[] {
  const people: Person[] = [];
  const named = (word: Word | undefined) =>
    word !== undefined &&
    /^\p{Lu}[\p{Ll}'’]/u.test(word.text) &&
    !notNames.has(word.low) &&
    !known.has(word.low);
  for (let at = 0; at < words.length; at++) {
    const [word, next, after] = [words[at], words[at + 1], words[at + 2]];
    const isTitled = word && titles.has(word.low) && next && !next.apart && /^\p{Lu}/u.test(next.text);
    const isPair = named(word) && next && !next.apart && named(next);
    if (!isTitled && !isPair) continue;
    const last = isTitled && named(after) && !after?.apart ? at + 2 : at + 1;
    people.push({ first: at, last });
    at = last;
  }
  return people;
}

/** The first person named within reach of a word; whoever reads the note sees which one is meant. */
function nearest(people: readonly Person[], at: number): Person | undefined {
  return people.find(({ first, last }) => Math.max(first - at, at - last) <= near);
}

function nudge(
  words: Word[],
  { person, why, word }: { person: Person; why: "judgement" | "sensitive"; word: string },
): PrivacyNudge {
  const [first, last] = [words[person.first], words[person.last]];
  const from = first?.from ?? 0;
  const to = last?.to ?? from;
  const rest = words.filter((_, at) => at < person.first || at > person.last);
  const role =
    roles.find(([name]) => rest.some(({ low }) => low === name))?.[1] ?? "a member of the department";
  const instead = person.first === 0 ? role.charAt(0).toUpperCase() + role.slice(1) : role;
  const found = words
    .slice(person.first, person.last + 1)
    .map(({ text }) => text)
    .join(" ");
  return { why, found, from, to, word, instead };
}

function contacts(text: string): PrivacyNudge[] {
  const found = [address, telephone, studentNumber].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found
    .filter(
      ({ 0: contact }) => !ofAnOffice.test(contact) && !(contact.startsWith("0") && tooFewDigits(contact)),
    )
    .map(({ 0: contact, index }) => ({
      why: "contact" as const,
      found: contact,
      from: index,
      to: index + contact.length,
      instead: "",
    }));
}

function tooFewDigits(contact: string): boolean {
  const digits = contact.replace(/\D/g, "").length;
  return digits < 10 || digits > 13;
}
