/** Rows behind a snapshot before they are folded into a new one: keeps a load within a few milliseconds. */
export const FOLD_AFTER = 200
