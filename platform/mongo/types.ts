import mongoose from 'mongoose';

/** mongoose's types of top-level fields; `required` means "has to be there", null included where allowed. */
const { Mixed } = mongoose.Schema.Types;

export const text = { type: String, required: true };
/** A string that may be empty (mongoose's `required` refuses ''). */
export const anyText = { type: String, default: '' };
export const textOrNull = { type: String, default: null };
export const number = { type: Number, required: true };
export const numberOrNull = { type: Number, default: null };
export const flag = { type: Boolean, required: true };
/** A field that is stored as true or not at all, for partial indexes. */
export const mark = { type: Boolean };
export const moment = { type: Date, required: true };
/** A date that is stored or not at all. */
export const time = { type: Date };
export const momentOrNull = { type: Date, default: null };
/** A value whose shape the domain's schema has checked. */
export const whole = { type: Mixed, required: true };
export const wholeOrNull = { type: Mixed, default: null };
/** A value that is absent until there is something to say. */
export const perhapsWhole = { type: Mixed };
export const list = { type: [Mixed], default: [] };
export const textList = { type: [String], default: [] };
