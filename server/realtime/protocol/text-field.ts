/** The name of the shared XML fragment that holds the text. */
export const TEXT_FIELD = 'default'
/** The name of the shared map that holds an opinion's form: `stands`, `clauses`. */
export const FORM_FIELD = 'form'
