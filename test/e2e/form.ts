import type { Locator } from 'playwright-core';

import type { Editor } from './browser';

/** A form as far as it is filled in by mouse: the open node's, or a part of it. */
export class Form {
	constructor(
		private readonly editor: Editor,
		/** Within which it looks for controls. */
		readonly box: Locator,
	) {}

	private get page() {
		return this.editor.page;
	}

	/** The control of a parameter. */
	input(name: string): Locator {
		return this.box.getByTestId(`parameter-input-${name}`).first();
	}

	/** The rows of a list. */
	rows(name: string): Form {
		return new Form(this.editor, this.box.getByTestId(`fixed-collection-${name}`).first());
	}

	/** The part of the form with a label: a group, or a list of its own. */
	part(label: string): Form {
		const title = this.page.getByText(label, { exact: true });
		const item = this.box.getByTestId('parameter-item').filter({ has: title });
		// What it contains may have the same label.
		return new Form(this.editor, item.first());
	}

	/** What adds something to this part of the form: a button, or a list that looks like one. */
	private adder(text: string): Locator {
		const named = this.box.getByText(text, { exact: true });
		return named.or(this.box.getByPlaceholder(text, { exact: true })).filter({ visible: true });
	}

	/** Clicks a button that adds something. */
	async addRow(text: string): Promise<void> {
		await this.adder(text).last().click();
	}

	/** Adds an option to a group, or to a row, by its label. */
	async addOption(text: string, option: string): Promise<void> {
		await this.adder(text).last().click();
		const entries = this.page.locator('[role="option"]:visible');
		const entry = entries.filter({ has: this.page.getByText(option, { exact: true }) });
		await entry.first().click();
		await entries.first().waitFor({ state: 'hidden' });
	}

	async fill(name: string, text: string): Promise<void> {
		const box = this.input(name).locator('input, textarea').first();
		await box.fill(text);
		await box.press('Tab');
	}

	/** Searches in a locator's list as a person types, and picks what has the text. */
	async pick(name: string, search: string, text: string): Promise<void> {
		const items = this.page.getByTestId('rlc-item').filter({ visible: true });
		await this.box.getByTestId(`resource-locator-${name}`).first().getByTestId('rlc-input').click();
		await items.first().waitFor();
		await this.page
			.getByTestId('rlc-search')
			.filter({ visible: true })
			.locator('input')
			.or(this.page.locator('input[data-test-id="rlc-search"]:visible'))
			.first()
			.fill(search);
		await items.filter({ hasText: text }).first().click();
		await items.first().waitFor({ state: 'hidden' });
	}
}
