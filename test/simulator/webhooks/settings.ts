/** How SuperOffice delivers; a test may change each at any time. */
export interface Settings {
	/** Milliseconds before the second and the third try. */
	pauses: number[];
	/** Milliseconds that a target has for its answer. */
	timeout: number;
	/** How many deliveries are under way at once. */
	atOnce: number;
	/** So many events in a row that cannot be delivered end a webhook. */
	maxErrors: number;
	/** Whether targets have to be https: all, none, or by default all but those on loopback. */
	requireHttps?: boolean;
	/** Whether payloads have FieldValues: those of older servers have none. */
	hasFieldValues: boolean;
	/**
	 * Whether an event tells of changed texts and custom fields alone. They have tables of their own, of
	 * which SuperOffice raises none; that a save changes the row's own `updated` as well is a guess.
	 */
	tellsOfTexts: boolean;
}

/**
 * The pauses and the nine errors are documented (notifications of webhooks); whether the nine are
 * tries or events is not clear there: events are a guess, as are the time-out and the number at once.
 */
export const SETTINGS: Settings = {
	pauses: [1000, 4000],
	timeout: 10_000,
	atOnce: 10,
	maxErrors: 9,
	hasFieldValues: true,
	tellsOfTexts: true,
};
