export type Sample = {
  id: string;
  base64: string;
  expected?: Record<string, string> | Record<string, string>[];
  encoding?: string;
};

const sample = (id: string, text: string, expected?: Sample["expected"]): Sample => ({
  id,
  base64: Buffer.from(text).toString("base64"),
  expected,
});

/** Files with the usual troubles; longer lists are read from elsewhere where there are any. */
export const ownSamples: readonly Sample[] = [
  sample("a comma in quotation marks", 'who,what\nAnn,"yes, please"\n', [
    { who: "Ann", what: "yes, please" },
  ]),
  sample("doubled quotation marks", 'a,b\n1,"""quite"" so"\n', [{ a: "1", b: '"quite" so' }]),
  sample("line ends inside a cell", 'a,b\r\n1,"one\r\ntwo"\r\n', [{ a: "1", b: "one\r\ntwo" }]),
  sample("old Macintosh line ends", "a,b\r1,2\r3,4", [
    { a: "1", b: "2" },
    { a: "3", b: "4" },
  ]),
  sample("no line end at the end", "a,b\n1,2", [{ a: "1", b: "2" }]),
  sample("empty cells", "a,b,c\n1,,\n", [{ a: "1", b: "", c: "" }]),
  sample("too many and too few cells", "a,b\n1\n1,2,3\n"),
  sample("nothing but a heading", "a,b\n", []),
  sample("nothing at all", ""),
  sample("a quotation mark opened at the very end", 'a,b\n1,"'),
  sample("zero bytes", "a,b\n1,\0\0\n"),
];

/** What a spreadsheet would run. */
export const ownFormulas: readonly string[] = [
  "=1+1",
  "+44 20 7946 0000",
  "-5",
  "@handle",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  "'=1",
  "''=1",
  "'quoted'",
  "plain",
  "",
];
