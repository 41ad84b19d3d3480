export { t as createContext } from "./context.js";
