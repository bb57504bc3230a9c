// British, then American. Either stands for the beginning of a word.
const beginnings = `
  armour armor, behaviour behavior, candour candor, colour color, demeanour demeanor, endeavour endeavor, favour favor,
  fervour fervor, flavour flavor, glamour glamor, harbour harbor, honour honor, humour humor, labour labor,
  neighbour neighbor, odour odor, parlour parlor, rigour rigor, rumour rumor, savour savor, splendour splendor,
  tumour tumor, valour valor, vapour vapor, vigour vigor,
  travell travel, labell label, modell model, cancell cancel, counsell counsel, channell channel, dialled dialed,
  equall equal, fuell fuel, initiall initial, jewell jewel, levell level, marvell marvel, panell panel, pencill pencil,
  quarrell quarrel, rivall rival, signall signal, totall total, tunnell tunnel,
  enrol enroll, fulfil fulfill, instalment installment, skilful skillful, wilful willful, distil distill,
  aesthet esthet, anaem anem, anaesth anesth, archaeolog archeolog, caesarean cesarean, encyclopaed encycloped,
  glycaem glycem, gynaecolog gynecolog, haem hem, leukaem leukem, mediaeval medieval, orthopaed orthoped,
  paediatr pediatr, palaeo paleo, diarrhoea diarrhea, foetal fetal, foetus fetus, manoeuv maneuv, oesoph esoph,
  oestrog estrog,
  acknowledgement acknowledgment, ageing aging, aluminium aluminum, artefact artifact, cosy cozy, enquir inquir,
  grey gray, judgement judgment, mould mold, plough plow, pyjama pajama, sceptic skeptic, speciality specialty,
  sulph sulf, defenc defens, licenc licens, offenc offens, practic practis, pretenc pretens`
  .split(",")
  .map((pair) => pair.trim().split(" ") as [string, string]);

// The other way of writing what ends so.
const endings: readonly (readonly [RegExp, string])[] = [
  [/(\w{3})is(e|es|ed|er|ers|ing|ation|ations|able)$/, "$1iz$2"],
  [/(\w{3})iz(e|es|ed|er|ers|ing|ation|ations|able)$/, "$1is$2"],
  [/(\w{2})ys(e|es|ed|er|ers|ing)$/, "$1yz$2"],
  [/(\w{2})yz(e|es|ed|er|ers|ing)$/, "$1ys$2"],
  [/(cent|theat|met|lit|fib|calib|lust|meag|somb|sab|spect)re(s|d)?$/, "$1er$2"],
  [/(cent|theat|met|lit|fib|calib|lust|meag|somb|sab|spect)er(s?)$/, "$1re$2"],
  [/(cent|lust)(?:re|ere)d$/, "$1ered"],
  [/(cent|lust)ered$/, "$1red"],
  [/(cent|lust)ring$/, "$1ering"],
  [/(cent|lust)ering$/, "$1ring"],
  [/(\w{2}o)gue(s?)$/, "$1g$2"],
  [/(\w{2}o)g(s?)$/, "$1gue$2"],
  [/(\w{2}o)gu(ed|er|ers|ing)$/, "$1g$2"],
  [/(\w{2}o)g(ed|er|ers|ing)$/, "$1gu$2"],
  [/^program(s?)$/, "programme$1"],
  [/^programme(s?)$/, "program$1"],
];

/**
 * The British spelling of an American word and the other way round, as far as rules can tell: some are written by
 * nobody, so that only those the library has are worth looking for. Words are folded.
 */
export function otherSpellings(word: string): string[] {
  if (!/^[a-z]{4,30}$/.test(word)) return [];
  const found = endings.flatMap(([pattern, other]) =>
    pattern.test(word) ? [word.replace(pattern, other)] : [],
  );
  for (const [british, american] of beginnings) {
    // "travelled" begins with "travel" too: the longer one is meant.
    const [long, short] = british.length > american.length ? [british, american] : [american, british];
    if (word.startsWith(long)) found.push(short + word.slice(long.length));
    else if (word.startsWith(short)) found.push(long + word.slice(short.length));
  }
  return [...new Set(found)].filter((other) => other !== word);
}

/** What PostgreSQL is to look at for words with another spelling: all of those, and few others. */
export const spellingPattern: string = `(is|iz|ys|yz)(e|es|ed|er|ers|ing|ation|ations|able)$|(re|er)(s|d|ed|ing)?$|ring$|og(u?e)?(s|d|r|rs|ing)?$|oguing$|^program|^(${beginnings
  .flat()
  .join("|")})`;
