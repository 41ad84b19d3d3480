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
			name: "platforms",
			kind: "list",
			description: "Which images of the base to build on, such as `linux/amd64,linux/arm64`; all by default."
		},
		{
			name: "labels",
			kind: "lines",
			description: "Labels of the image, one a line: `key=value`."
		},
		{
			name: "annotations",
			kind: "lines",
			description: "Annotations of its manifests, one a line: `key=value`."
		},
		{
			name: "tags",
			kind: "lines",
			description: "Tags, or rules for them, one a line: `1.2`, `type=sha`, `type=semver,pattern={{version}}`. Needs `verdict`."
		},
		{
			name: "verdict",
			kind: "string",
			description: "The `verdict.json` that speaks of this very model; without a pass there are no tags."
		},
		{
			name: "built",
			kind: "string",
			description: "The `image.json` of an earlier run: puts `tags` on that very image, and builds nothing. Instead of a model."
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
	examples: [
		"image model.onnx --to ghcr.io/team/conversion --base ghcr.io/team/serving@sha256:…",
		"image model.onnx --to ghcr.io/team/conversion --kind modelpack --verdict .onnx-gate/verdict.json --tags 1.2",
		"image --built .onnx-gate/image.json --verdict .onnx-gate/verdict.json --tags type=sha"
	]
};
export { imageSpec as t };
