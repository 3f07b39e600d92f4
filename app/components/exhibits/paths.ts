/** The bytes of a piece, as the hearing hands them out. */
export const exhibitPath = (hearingId: string, evidenceId: string) =>
  `/hearings/${hearingId}/exhibits/${evidenceId}`

/** The page on which one looks at it. */
export const exhibitViewPath = (hearingId: string, evidenceId: string, page: number) =>
  `${exhibitPath(hearingId, evidenceId)}/view?page=${String(page)}`
