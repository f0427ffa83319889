import type { Locator, Page } from 'playwright-core';

import type { Editor } from './browser';
import { major } from './running';

/** The ways to sign in, as n8n lists them where a credential is made. */
export type Method = 'Address and Login' | 'OAuth2' | 'System User';

/** n8n's dialog of a credential, from within a node. */
export class CredentialDialog {
	readonly box: Locator;

	constructor(private readonly editor: Editor) {
		this.box = editor.page.getByTestId('editCredential-modal');
	}

	private get page(): Page {
		return this.editor.page;
	}

	/** Makes a new credential, from the selector of the node that is open. */
	async create(method: Method): Promise<void> {
		await this.page.getByTestId('node-credentials-select').click();
		await this.page
			.getByTestId('node-credentials-select-item-new')
			.filter({ visible: true })
			.click();
		if (major === '1') return await this.box.getByText(method, { exact: true }).click();
		await this.box.getByTestId('credential-mode-dropdown-trigger').click();
		await this.page.getByRole('menuitem', { name: method, exact: true }).click();
	}

	/** Opens the credential of the node that is open. */
	async edit(): Promise<void> {
		await this.page.getByTestId('credential-edit-button').first().click();
		await this.box.waitFor();
	}

	async fill(values: Record<string, string>): Promise<void> {
		for (const [name, value] of Object.entries(values)) {
			await this.box.getByTestId(`parameter-input-${name}`).locator('input').fill(value);
		}
	}

	/** Saves it, and waits until n8n has tested it. */
	async save(): Promise<void> {
		const tested = this.page.waitForResponse((answer) =>
			answer.url().endsWith('/credentials/test'),
		);
		await this.page.getByTestId('credential-save-button').click();
		await tested;
	}

	/** Waits until it says something. */
	async says(text: string | RegExp): Promise<void> {
		await this.box.getByText(text).filter({ visible: true }).first().waitFor();
	}

	/** Waits until a new credential works and the dialog says so; n8n 2 closes it at that moment. */
	async succeeds(text: string): Promise<void> {
		if (major !== '1') {
			await this.box.waitFor({ state: 'hidden' });
			await this.edit();
		}
		await this.says(text);
	}

	/** What stands behind "More details" of a failed test. */
	async details(): Promise<string> {
		await this.box.getByText('More details').click();
		return await this.box.innerText();
	}

	async close(): Promise<void> {
		await this.page.keyboard.press('Escape');
		await this.box.waitFor({ state: 'hidden' });
	}

	/** Starts to connect an account; the window in which one signs in. */
	async connect(): Promise<Page> {
		const opened = this.editor.context.waitForEvent('page');
		const button = major === '1' ? 'Connect my account' : /^Connect/;
		await this.box.getByRole('button', { name: button }).first().click();
		return await opened;
	}
}
