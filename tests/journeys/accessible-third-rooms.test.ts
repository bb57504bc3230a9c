import { walkStates } from "./walk-states.ts";

walkStates(2);
