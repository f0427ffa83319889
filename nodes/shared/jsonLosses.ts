import trimEnd from 'lodash/trimEnd';
import trimStart from 'lodash/trimStart';

/** Tokens of JSON: strings (also unclosed ones), numbers and punctuation. */
const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"?|-?\d[\d.eE+-]*|[{}[\]:,]/g;

/** What JSON.parse loses of a JSON text. */
export interface JsonLosses {
	/** A number that comes out as another one, such as `Fields.Code: 12345678901234567890`. */
	number?: string;
	/** Keys that stand once more in the same object, and how deep: 1 is the outermost one. */
	duplicates: Array<{ key: string; depth: number }>;
}

/** A number's digits and the place of their last, without noughts that say nothing. */
function digitsOf(number: string): string {
	const [mantissa, exponent = '0'] = number.toLowerCase().split('e');
	const [whole, fraction = ''] = mantissa.replace('-', '').split('.');
	const digits = trimEnd(whole + fraction, '0');
	const place = Number(exponent) + whole.length - digits.length;
	return `${trimStart(digits, '0')}e${digits === '' ? 0 : place}`;
}

const isKept = (number: string) => digitsOf(number) === digitsOf(String(Number(number)));

/** An object or array that encloses a position in the text. */
interface Level {
	/** Of an object, the keys so far. */
	keys?: Set<string>;
	/** The present key or index. */
	at: string;
	count: number;
	awaitsKey: boolean;
}

/**
 * Finds what JSON.parse would lose of a text.
 * @param text that JSON.parse takes
 */
export function findJsonLosses(text: string): JsonLosses {
	const losses: JsonLosses = { duplicates: [] };
	const levels: Level[] = [];
	const path = () =>
		levels
			.map(({ at }) => at)
			.join('')
			.replace(/^\./, '');
	for (const [token] of text.matchAll(TOKEN)) {
		const level = levels[levels.length - 1] as Level | undefined;
		if (token === '{') levels.push({ keys: new Set(), at: '', count: 0, awaitsKey: true });
		else if (token === '[') levels.push({ at: '[0]', count: 0, awaitsKey: false });
		else if (token === '}' || token === ']') levels.pop();
		else if (token === ',' && level) {
			level.awaitsKey = level.keys !== undefined;
			if (!level.keys) level.at = `[${++level.count}]`;
		} else if (token.startsWith('"') && level?.keys && level.awaitsKey) {
			const key = JSON.parse(token) as string;
			level.at = `.${key}`;
			level.awaitsKey = false;
			if (level.keys.has(key)) losses.duplicates.push({ key, depth: levels.length });
			level.keys.add(key);
		} else if (/^[-\d]/.test(token) && !losses.number && !isKept(token)) {
			losses.number = path() === '' ? token : `${path()}: ${token}`;
		}
	}
	return losses;
}
