import { a as format, n as candidate, p as quiet } from "./shared.js";
// src/specs/image.ts
const imageSpec = {
	name: "image",
	description: "Puts a model into an image of a registry, by digest; tags it only with a passing verdict.",
	inputs: [
		{
			...candidate,
			description: "The ONNX file, or a reference to one."
		},
		{
			name: "to",
			kind: "string",
			description: "Repository to push to, such as `ghcr.io/team/conversion`."
		},
		{
			name: "kind",
			kind: "choice",
			choices: [
				"serving",
				"model",
				"modelpack"
			],
			description: "A base with the model on top, the model alone as an image, or as a ModelPack artifact. `serving` when there is a base, else `model`."
		},
		{
			name: "base",
			kind: "string",
			description: "Image that serves models below `/models`, best by digest: `registry/repository@sha256:…`."
		},
		{
			name: "name",
			kind: "string",
			description: "Name of the model; that of the file when left out."
		},
		{
			name: "version",
			kind: "string",
			default: "1",
			description: "Version of the model: a whole number."
		},
		{
			name: "label",
			kind: "lines",
			description: "Labels of the image, one a line: `key=value`."
		},
		{
			name: "annotation",
			kind: "lines",
			description: "Annotations of its manifests, one a line: `key=value`."
		},
		{
			name: "tag",
			kind: "lines",
			description: "Tags, or rules for them, one a line: `1.2`, `type=sha`, `type=semver,pattern={{version}}`. Needs `verdict`."
		},
		{
			name: "verdict",
			kind: "string",
			description: "The `verdict.json` that speaks of this very model; without a pass there are no tags."
		},
		{
			name: "out",
			kind: "string",
			default: ".onnx-gate",
			description: "Folder for `image.json`."
		},
		format,
		quiet
	],
	outputs: [],
	examples: ["image model.onnx --to ghcr.io/team/conversion --base ghcr.io/team/serving@sha256:…", "image model.onnx --to ghcr.io/team/conversion --kind modelpack --verdict .onnx-gate/verdict.json --tag 1.2"]
};
export { imageSpec as t };
