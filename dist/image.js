import { n as readEvent } from "./chunks/event.js";
import { n as renderImageMarkdown, r as renderImageText, t as image } from "./chunks/image2.js";
import { t as imageSpec } from "./chunks/image.js";
import { t as runStep } from "./chunks/step.js";
import { t as refuseUntrusted } from "./chunks/untrusted.js";
// src/entry/image-outputs.ts
function imageOutputs(image) {
	const [name = ""] = image.reference.split("@");
	return [
		["image", image.reference],
		["digest", image.digest],
		["imageid", image.imageId ?? ""],
		["tags", image.tags.map((tag) => `${name}:${tag}`).join("\n")],
		["metadata", JSON.stringify({
			"image.name": name,
			"containerimage.digest": image.digest,
			...image.imageId !== null && { "containerimage.config.digest": image.imageId }
		})],
		["engine", image.engine.name],
		["uploaded-bytes", String(image.uploadedBytes)],
		["reused-bytes", String(image.reusedBytes)]
	];
}
// src/entry/github/image.ts
await runStep(imageSpec, async (inputs, host) => {
	refuseUntrusted(readEvent(process.env), inputs["dangerously-load-untrusted-models"]);
	process.env.GITHUB_TOKEN ||= inputs["github-token"] ?? "";
	const made = await image(inputs, host);
	for (const note of made.image.notes) host.warn(note);
	host.print(renderImageText(made.image));
	await host.summary(() => renderImageMarkdown(made.image));
	for (const [name, value] of imageOutputs(made.image)) host.output(name, value);
	host.output("image-file", made.file);
	if (made.image.untagged === null) return 0;
	host.fail(`No tag was put. ${made.image.untagged}`);
	return 1;
});
export {};
