import { USE_TYPED } from '../../shared/customFields/mapper';
import { isOn } from '../../shared/fields/parameter';
import { readOptions, withPlainValues, type RequestOptions } from '../../shared/options';
import { readOutput, type Output } from '../../shared/output';
import type { ItemCall } from '../operation';
import { appointmentFields } from './appointment.fields';
import { askFor, customFieldsFor } from './given';

/** How an item's appointment is asked for, and how it comes out. */
export interface Prepared {
	/** In the one culture for plain values, where custom fields go or come as such. */
	options: RequestOptions;
	output: Output;
}

/**
 * Reads the Options and Output parameters of an item.
 * @throws FieldError for a value that cannot be
 */
export async function prepare(call: ItemCall): Promise<Prepared> {
	const { read, workflowZone } = call;
	const options = readOptions(read, workflowZone);
	const customFields = async () => await customFieldsFor(askFor(call, options));
	const output = await readOutput(read, appointmentFields, customFields);
	if (output.isPlain || isOn(read, USE_TYPED)) options.headers = withPlainValues(options.headers);
	return { options, output };
}
