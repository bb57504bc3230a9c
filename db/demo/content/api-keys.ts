/** `made`, `used` and `revoked` are days ago. */
type DemoApiKey = {
  name: string;
  person: string;
  madeBy: string;
  made: number;
  used?: number;
  revoked?: number;
};

/** The programs that the demonstration's library lets in. */
export const demoApiKeys: DemoApiKey[] = [
  { name: "Reading list system, each night", person: "helen", madeBy: "tomasz", made: 61, used: 1 },
  { name: "Intranet front page", person: "priya", madeBy: "tomasz", made: 20, used: 2 },
  { name: "Trial of the foyer screen", person: "callum", madeBy: "tomasz", made: 97, used: 71, revoked: 70 },
];
