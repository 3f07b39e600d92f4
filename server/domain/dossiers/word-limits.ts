/** Of a Word file that is read: fifty pages with pictures are some ten megabytes. */
export const MOST_WORD_BYTES = 32 * 1_048_576
/** Of what is unpacked of it; the words of 200 pages are some ten megabytes of markup. */
export const MOST_UNPACKED_BYTES = 48 * 1_048_576

export const inMegabytes = (bytes: number) => Math.floor(bytes / 1_048_576)
