import type { INodeProperties } from 'n8n-workflow';
import type { Locator } from 'playwright-core';

import type { Editor } from './browser';

/** A form as far as it is filled in by mouse: the open node's, or a part of it. */
export class Form {
	constructor(
		private readonly editor: Editor,
		/** Within which it looks for controls. */
		readonly box: Locator,
		/** Which of several controls of a name it takes. */
		private readonly index = 0,
	) {}

	private get page() {
		return this.editor.page;
	}

	/** The control of a parameter. */
	input(name: string): Locator {
		return this.box.getByTestId(`parameter-input-${name}`).nth(this.index);
	}

	/** The rows of a list. */
	rows(name: string): Form {
		return new Form(this.editor, this.box.getByTestId(`fixed-collection-${name}`).first());
	}

	/** One of the rows of a list, counted from 0. */
	row(index: number): Form {
		return new Form(this.editor, this.box, index);
	}

	/** Removes one of the rows of a list. */
	async removeRow(index: number): Promise<void> {
		await this.box.getByTestId('fixed-collection-delete').nth(index).hover({ force: true });
		await this.box.getByTestId('fixed-collection-delete').nth(index).click();
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

	/** Chooses an entry of a dropdown. */
	async choose(name: string, text: string): Promise<void> {
		await this.input(name).locator('.el-select').first().click();
		const entries = this.page.locator('[role="option"]:visible');
		await entries
			.filter({ has: this.page.getByText(text, { exact: true }) })
			.first()
			.click();
		await entries.first().waitFor({ state: 'hidden' });
	}

	/** Opens the list of a locator; its entries. */
	private async openLocator(name: string): Promise<Locator> {
		const items = this.page.getByTestId('rlc-item').filter({ visible: true });
		const locator = this.box.getByTestId(`resource-locator-${name}`).nth(this.index);
		await locator.getByTestId('rlc-input').click();
		await items.first().waitFor();
		return items;
	}

	/** What a locator offers before anything is searched. */
	async offered(name: string): Promise<string[]> {
		const items = await this.openLocator(name);
		const texts = await items.allInnerTexts();
		await this.page.keyboard.press('Escape');
		// n8n 1 may leave it open: a click on the tab that is shown closes it.
		const tab = this.page.getByText('Parameters', { exact: true }).first();
		const closed = { state: 'hidden' } as const;
		await items
			.first()
			.waitFor({ ...closed, timeout: 2_000 })
			.catch(async () => await tab.click());
		await items.first().waitFor(closed);
		return texts.map((text) => text.trim());
	}

	/** Picks a day of the month that the calendar of a control opens with; what the control then shows. */
	async pickDay(name: string, day: number): Promise<string> {
		const box = this.input(name).locator('input');
		await box.click();
		const calendar = this.page.locator('.el-picker-panel:visible');
		const days = calendar.locator('td.available');
		await days.filter({ hasText: new RegExp(`^\\s*${day}\\s*$`) }).click();
		const confirm = calendar.getByText('OK', { exact: true });
		// A control of days alone closes by itself.
		if (await confirm.isVisible()) await confirm.click();
		await calendar.waitFor({ state: 'hidden' });
		return await box.inputValue();
	}

	/** Searches in a locator's list as a person types, and picks what has the text. */
	async pick(name: string, search: string, text: string): Promise<void> {
		const items = await this.openLocator(name);
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

interface Rows {
	name: string;
	values: INodeProperties[];
}

/** The one kind of rows that a list has. */
export const rowsOf = ({ options }: INodeProperties): Rows => (options as unknown as Rows[])[0];

/**
 * Clicks everything once that adds something to a part of the form, by its control.
 * @returns what then stands there, as the tests' parameters say it
 */
export async function addAll(
	form: Form,
	control: INodeProperties,
	mark: unknown,
): Promise<unknown> {
	const { name, type, placeholder = '', typeOptions } = control;
	if (type === 'fixedCollection') {
		const { name: item, values } = rowsOf(control);
		const rows = form.rows(name);
		await rows.addRow(placeholder);
		const added: Record<string, unknown> = {};
		for (const column of values.filter((one) => one.type === 'collection')) {
			added[column.name] = await addAll(rows, column, mark);
		}
		const row = Object.keys(added).length > 0 ? added : mark;
		return { [item]: typeOptions?.multipleValues ? [row] : row };
	}
	const part = form.part(control.displayName);
	const group: Record<string, unknown> = {};
	const options = (control.options as INodeProperties[]).filter(
		({ displayOptions }) => displayOptions === undefined,
	);
	for (const option of options) {
		// What is alone needs no list to be chosen from.
		if (options.length === 1) await part.addRow(placeholder);
		else await part.addOption(placeholder, option.displayName);
		group[option.name] = mark;
		// What starts with its columns needs none to be added.
		const isEmpty = Object.keys(Object(option.default) as object).length === 0;
		if (option.type === 'fixedCollection' && isEmpty) {
			group[option.name] = await addAll(part, option, mark);
		}
		if (option.type === 'collection' && option.typeOptions?.multipleValues) {
			// It starts with a row.
			const list = part.part(option.displayName);
			await list.addRow(option.typeOptions.multipleValueButtonText ?? '');
			group[option.name] = [mark, mark];
		} else if (option.type === 'collection') {
			group[option.name] = await addAll(part, option, mark);
		}
	}
	return group;
}
