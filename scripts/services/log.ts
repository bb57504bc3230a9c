/** Says one line to whoever typed the command. */
export type Say = (line: string) => void;
