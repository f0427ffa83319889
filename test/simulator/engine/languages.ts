/** Names of a text's languages as SuperOffice writes them: `US:"Phone call";NO:"Telefon";`. */
const MULTI_LANGUAGE = /^(?:[A-Z]{2}:"[^"]*";)+$/;

/** Only the codes of the languages that the tenant's texts have; all others fall back to US. */
const CODES: Record<string, string> = { en: 'US', no: 'NO', nb: 'NO', nn: 'NO' };

/** Text resources that the simulator's answers name. */
const RESOURCES: Record<string, string> = {
	'[SR_YES]': multi('Yes', 'Ja'),
	'[SR_NO]': multi('No', 'Nei'),
	'[SR_NONE]': multi('None', 'Ingen'),
	'[SR_VFC_ALL]': multi('All', 'Alle'),
};

/** A text in the tenant's two languages, as it is stored. */
export function multi(us: string, no: string): string {
	return `US:"${us}";NO:"${no}";`;
}

/** How one request wants texts and what stands in them; undefined leaves them as they are stored. */
export interface Locale {
	/** SuperOffice's code of the language, `US` for one that the tenant does not have. */
	language: string;
	/** First part of the culture's code, such as `nb`. */
	culture: string;
}

/** The code that weighs most in a header such as `nb-NO;q=0.9, en`; undefined for none. */
function readHeader(header: string | undefined): string | undefined {
	const wanted = (header ?? '')
		.split(',')
		.map((part) => {
			const [code, ...more] = part.split(';').map((one) => one.trim().toLowerCase());
			const weight = more.find((one) => one.startsWith('q='))?.slice(2);
			return { code: code.split('-')[0], weight: Number(weight ?? 1) };
		})
		.filter(({ code }) => code !== '')
		.sort((a, b) => b.weight - a.weight);
	return wanted[0]?.code;
}

/**
 * Reads the headers of a request's language (documentation of HTTP headers): SO-Language overrides
 * Accept-Language, `*` and `x` switch translation off, SO-Culture is the language's if not given.
 */
export function readLocale(headers: Record<string, string | undefined>): Locale | undefined {
	const code = readHeader(headers['so-language']) ?? readHeader(headers['accept-language']);
	if (code === undefined || code === '*' || code === 'x') return undefined;
	return { language: CODES[code] ?? 'US', culture: readHeader(headers['so-culture']) ?? code };
}

/** A stored text in the language of a request. */
export function translate(text: string, locale: Locale | undefined): string {
	if (!locale) return text;
	const stored = RESOURCES[text] ?? text;
	if (!MULTI_LANGUAGE.test(stored)) return stored;
	const texts = new Map(
		[...stored.matchAll(/([A-Z]{2}):"([^"]*)";/g)].map(([, code, one]) => [code, one]),
	);
	return texts.get(locale.language) ?? texts.get('US') ?? [...texts.values()][0];
}

/** A stored text in English. */
export function inEnglish(text: string): string {
	return translate(text, { language: 'US', culture: 'en' });
}
