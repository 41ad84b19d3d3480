export { t as besideEntries, n as createContext, r as findNatives } from "./context.js";
