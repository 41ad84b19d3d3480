import { t as files } from "./files.js";
// src/entry/document-files.ts
/** Every file below the folders, named with its folder. */
async function filesIn(folders) {
	return (await Promise.all(folders.map(async (folder) => (await files.list(folder)).map((file) => {
		const path = `${folder}/${file}`;
		return {
			name: path.replaceAll("\\", "/"),
			read: () => files.read(path)
		};
	})))).flat();
}
export { filesIn as t };
