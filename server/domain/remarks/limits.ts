/** Characters of a remark or an answer. */
export const REMARK_LIMIT = 2000
/** Characters of the words that are kept; of a longer passage its beginning. */
export const MOST_WORDS = 200
/** Characters on either side. */
export const MOST_AROUND = 24
/** On one document. Two thousand are what a long report has been planned for. */
export const MOST_REMARKS = 5000
/** On one document by one person: in three minutes somebody could suggest away what all others have. */
export const MOST_OF_ONE = 1000
/** Answers to one remark. */
export const MOST_MESSAGES = 200
/** Corrections of one message: what it said before goes to every reader with it. */
export const MOST_CORRECTIONS = 20
/** Characters that one suggestion takes away, and that it puts in their place. */
export const REVISION_LIMIT = 4000
/** Suggestions made in one step. */
export const MOST_CHANGES = 100
/** Remarks and answers of one person on one document; what is suggested in one step counts once. */
export const REMARKS_PER_MINUTE = 20
