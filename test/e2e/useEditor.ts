import { openEditor, type Editor } from './browser';
import { openRunningWorld } from './running';
import type { World } from './world';

/** What the tests of a file have, from its `useEditor` on. */
export let world: World;
export let editor: Editor;

/** Opens an editor of the running n8n for the tests of a file, none of which may make it complain. */
export function useEditor(): void {
	beforeAll(async () => {
		world = await openRunningWorld();
		editor = await openEditor(world.client.url);
	});
	beforeEach(() => world.simulator.reset());
	afterAll(async () => {
		await editor?.close();
		await world?.close();
	});
	afterEach(() => {
		expect(editor.complaints.splice(0)).toEqual([]);
	});
}
