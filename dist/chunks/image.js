import { a as format, n as candidate, o as githubToken, p as quiet, v as untrusted } from "./shared.js";
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
			name: "file",
			kind: "string",
			description: "A Dockerfile that makes the serving image, instead of a base."
		},
		{
			name: "context",
			kind: "string",
			default: ".",
			description: "Folder that the Dockerfile builds in."
		},
		{
			name: "target",
			kind: "string",
			description: "Stage of the Dockerfile; the last when left out."
		},
		{
			name: "build-args",
			kind: "lines",
			description: "Arguments of the Dockerfile, one a line: `NAME=value`."
		},
		{
			name: "secrets",
			kind: "lines",
			description: "Secrets of the build, one a line: `id=token,env=TOKEN` or `id=token,src=path`."
		},
		{
			name: "cache-from",
			kind: "lines",
			description: "Where the engine takes its cache from, one a line: `type=gha`."
		},
		{
			name: "cache-to",
			kind: "lines",
			description: "Where the engine keeps its cache, one a line: `type=gha,mode=max`."
		},
		{
			name: "provenance",
			kind: "string",
			default: "false",
			description: "Provenance by buildx: `true`, `mode=max`. It makes an index of a single image."
		},
		{
			name: "sbom",
			kind: "string",
			default: "false",
			description: "Bill of materials by buildx: `true`. It makes an index of a single image."
		},
		{
			name: "engine",
			kind: "choice",
			choices: [
				"auto",
				"append",
				"buildx",
				"docker",
				"buildah"
			],
			default: "auto",
			description: "What builds it; by default `append` without a Dockerfile, else the first of the others that is here."
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
			description: "Which images of the base to build on, or to build, such as `linux/amd64,linux/arm64`; all of the base by default."
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
		githubToken,
		untrusted,
		format,
		quiet
	],
	outputs: [
		{
			name: "image",
			description: "`registry/repository@sha256:…`: what to deploy."
		},
		{
			name: "digest",
			description: "Digest of the image or index."
		},
		{
			name: "imageid",
			description: "Digest of its configuration; empty for an index."
		},
		{
			name: "tags",
			description: "Its tags with their repository, one a line; empty without a passing verdict."
		},
		{
			name: "metadata",
			description: "The same as JSON, in the words of docker/build-push-action."
		},
		{
			name: "engine",
			description: "`append`, `buildx`, `docker` or `buildah`."
		},
		{
			name: "uploaded-bytes",
			description: "Bytes that were sent."
		},
		{
			name: "reused-bytes",
			description: "Bytes that the registry had."
		},
		{
			name: "image-file",
			description: "Path of `image.json`."
		}
	],
	examples: [
		"image model.onnx --to ghcr.io/team/conversion --base ghcr.io/team/serving@sha256:…",
		"image model.onnx --to ghcr.io/team/conversion --kind modelpack --verdict .onnx-gate/verdict.json --tags 1.2",
		"image model.onnx --to ghcr.io/team/conversion --file Dockerfile",
		"image --built .onnx-gate/image.json --verdict .onnx-gate/verdict.json --tags type=sha"
	]
};
export { imageSpec as t };
