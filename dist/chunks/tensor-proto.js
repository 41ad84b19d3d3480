export { t as readTensorProto } from "./tensor-proto2.js";
