/** The text of a table that somebody saved: in UTF-8, or as a spreadsheet in China saves a CSV. */
export async function readTableFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
