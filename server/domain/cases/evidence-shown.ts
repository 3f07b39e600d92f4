const SHOWN: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'text/plain',
])

/** A Word file: its words are read in the page, its bytes are not. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What a page can show or play by itself; of anything else there is only the file, to be saved with a reason. */
export function isShown(mediaType: string): boolean {
  return SHOWN.has(mediaType) || /^(audio|video)\//.test(mediaType)
}
