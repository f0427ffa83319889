import { FieldError, quote, type FieldKind } from './fieldKind';

/** SuperOffice keeps minutes in 16 bits (its documentation of the table `appointment`). */
const LONGEST = 65_535;

const SECONDS_PER_DAY = 86_400;
const TIME_SPAN = /^(?:(\d+)\.)?([01]\d|2[0-3]):([0-5]\d):([0-5]\d)$/;
const NUMBER = /^\d+(\.\d+)?$/;

function minutesOf(span: RegExpExecArray): number {
	const [days, hours, minutes, seconds] = span.slice(1).map((part) => Number(part ?? 0));
	return days * 24 * 60 + hours * 60 + minutes + seconds / 60;
}

const twoDigits = (number: number) => String(number).padStart(2, '0');

/** Seconds as a .NET TimeSpan: `hh:mm:ss`, from a day on `d.hh:mm:ss`. */
function toTimeSpan(seconds: number): string {
	const days = Math.floor(seconds / SECONDS_PER_DAY);
	const rest = seconds % SECONDS_PER_DAY;
	const clock = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
	return (days > 0 ? `${days}.` : '') + clock.map(twoDigits).join(':');
}

/** A time span in minutes; one that already has SuperOffice's form goes as it is. */
export const duration: FieldKind = {
	name: 'Minutes',
	control: { type: 'number', typeOptions: { minValue: 0 }, default: 0 },
	encode(value, ref) {
		const text = typeof value === 'string' ? value.trim() : '';
		const span = TIME_SPAN.exec(text);
		const given = NUMBER.test(text) ? Number(text) : value;
		const minutes = span ? minutesOf(span) : given;
		if (typeof minutes !== 'number' || !Number.isFinite(minutes) || minutes < 0) {
			throw new FieldError(ref, `${quote(value)} is not a number of minutes`, 'Give 0 or more.');
		}
		if (minutes > LONGEST) {
			throw new FieldError(ref, `${quote(value)} is too long`, `The limit is ${LONGEST} minutes.`);
		}
		return span ? span[0] : toTimeSpan(Math.round(minutes * 60));
	},
};
