/** GBK and GB2312, in which Chinese offices have their older texts, are parts of GB18030. */
const ENCODINGS = ['utf-8', 'gb18030']

/** A text file in the words of who wrote it, whatever he wrote it in. The end of the file may be missing. */
export function plainText(bytes: Uint8Array): string {
  for (const encoding of ENCODINGS)
    try {
      // As if more came: where it was cut, the last sign may be half of one.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    } catch {
      // It is not written so.
    }
  return new TextDecoder().decode(bytes)
}
