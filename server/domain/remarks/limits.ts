/** Characters of a remark or an answer. */
export const REMARK_LIMIT = 2000
/** Characters of the words that are kept; of a longer passage its beginning. */
export const MOST_WORDS = 200
/** Characters on either side. */
export const MOST_AROUND = 24
/** On one document. Two thousand are what a long report has been planned for. */
export const MOST_REMARKS = 5000
/** Answers to one remark. */
export const MOST_MESSAGES = 200
/** Remarks and answers of one person on one document. */
export const REMARKS_PER_MINUTE = 20
