/** Why a handover cannot be, by the field that is to blame. */
export type HandoverProblems = Partial<Record<"from" | "to" | "departments" | "startsOn" | "endsOn", string>>;
