import { h as runtime, p as quiet } from "./shared.js";
// src/specs/serve.ts
const serveSpec = {
	name: "serve",
	description: "Serves models over HTTP by the Open Inference Protocol, with metrics for Prometheus.",
	inputs: [
		{
			name: "models",
			kind: "list",
			positional: true,
			description: "ONNX files, or folders with models at `<name>/<version>/model.onnx`."
		},
		{
			name: "host",
			kind: "string",
			default: "0.0.0.0",
			description: "Address to listen on."
		},
		{
			name: "port",
			kind: "string",
			default: "8080",
			description: "Port to listen on; 0 takes any."
		},
		{
			name: "workers",
			kind: "string",
			description: "Threads for each model, each with a copy of it; as many as there are cores when left out."
		},
		{
			name: "batch-rows",
			kind: "string",
			default: "64",
			description: "Most rows of a call that waiting requests share; 1 keeps each alone."
		},
		{
			name: "queue",
			kind: "string",
			default: "256",
			description: "Requests that may wait, for each model."
		},
		{
			name: "max-rows",
			kind: "string",
			default: "4096",
			description: "Most rows of a request."
		},
		{
			name: "max-body",
			kind: "string",
			default: "64",
			description: "Largest body of a request, in MiB."
		},
		{
			name: "timeout",
			kind: "string",
			default: "30",
			description: "Seconds that a request may take."
		},
		{
			name: "watch",
			kind: "string",
			description: "Seconds between looks for newer versions of the models; never when left out."
		},
		{
			name: "allow-loading",
			kind: "boolean",
			description: "Clients may load and unload models (`/v2/repository`)."
		},
		{
			name: "drain",
			kind: "string",
			default: "5",
			description: "Seconds in which a stopping server, no longer ready, still takes requests."
		},
		{
			name: "exit",
			kind: "string",
			default: "30",
			description: "Seconds that requests then have to end."
		},
		...runtime,
		quiet
	],
	outputs: [],
	examples: ["serve model.onnx", "serve /models --port 9000 --watch 10"]
};
export { serveSpec as t };
