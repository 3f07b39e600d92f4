/** A place on a page is kept in thousandths and said in whole percent. */
export const percent = (part: number): number => Math.round(part / 10)
