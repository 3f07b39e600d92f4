/**
 * What a comparison takes as one: a Chinese character, a word of another script, a figure with its points and hyphens
 * (12,000 or 2026-11-22 change whole), white space, any other sign.
 */
const TOKEN =
  /\p{Script=Han}\p{M}*|\p{N}+(?:[.,:/-]\p{N}+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?:['’-](?:(?!\p{Script=Han})[\p{L}\p{M}])+)*|\s+|./gsu

/** Joined again they are the text. */
export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? []
}
