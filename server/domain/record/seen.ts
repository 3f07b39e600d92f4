/**
 * Signs that are not seen and change how what stands beside them is read: controls, overrides and marks of writing
 * direction, joints without width, byte-order marks. They come along with what is pasted from tables and chats. The joiners
 * U+200C and U+200D stay, which scripts and emoji are spelled with; a NUL stays for the record to refuse.
 */
const UNSEEN =
  /[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu
const SPACES = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/** What a name is once nothing unseen is left in it. */
export function seen(text: string): string {
  return text.replace(SPACES, ' ').replace(UNSEEN, '')
}
