const c = "[^aeiou]";
const v = "[aeiouy]";
const consonants = `${c}[^aeiouy]*`;
const vowels = `${v}[aeiou]*`;
const hasOne = new RegExp(`^(${consonants})?${vowels}${consonants}`);
const hasExactlyOne = new RegExp(`^(${consonants})?${vowels}${consonants}(${vowels})?$`);
const hasTwo = new RegExp(`^(${consonants})?${vowels}${consonants}${vowels}${consonants}`);
const hasVowel = new RegExp(`^(${consonants})?${v}`);
const isShort = new RegExp(`^${consonants}${v}[^aeiouwxy]$`);

const second =
  "ization:ize ational:ate fulness:ful ousness:ous iveness:ive tional:tion biliti:ble entli:ent ousli:ous ation:ate alism:al aliti:al iviti:ive enci:ence anci:ance izer:ize alli:al ator:ate logi:log bli:ble eli:e";
const third = "icate:ic ative: alize:al iciti:ic ical:ic ful: ness:";
const fourth =
  /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$|^(.+?[st])ion$/;

/** Porter's stemmer of 1980, as the collections' published figures are reckoned with. */
export function porterStem(word: string): string {
  if (word.length < 3) return word;
  let stem = word.replace(/(ss|i)es$/, "$1").replace(/([^s])s$/, "$1");
  stem = withoutPast(stem);
  if (stem.endsWith("y") && hasVowel.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`;
  stem = exchanged(exchanged(stem, second), third);
  const last = fourth.exec(stem);
  const rest = last?.[1] ?? last?.[3];
  if (rest !== undefined && hasTwo.test(rest)) stem = rest;
  if (stem.endsWith("e")) {
    const bare = stem.slice(0, -1);
    if (hasTwo.test(bare) || (hasExactlyOne.test(bare) && !isShort.test(bare))) stem = bare;
  }
  return stem.endsWith("ll") && hasTwo.test(stem) ? stem.slice(0, -1) : stem;
}

function withoutPast(word: string): string {
  if (word.endsWith("eed")) return hasOne.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const stem = /^(.+?)(ed|ing)$/.exec(word)?.[1];
  if (stem === undefined || !hasVowel.test(stem)) return word;
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return isShort.test(stem) ? `${stem}e` : stem;
}

function exchanged(word: string, pairs: string): string {
  for (const pair of pairs.split(" ")) {
    const [ending = "", other = ""] = pair.split(":");
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    return hasOne.test(stem) ? stem + other : word;
  }
  return word;
}
