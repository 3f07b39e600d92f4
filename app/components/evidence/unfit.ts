import { seen } from '#domain/record/seen.ts'

/** The first of some chosen files that cannot be handed in, and why; said before anything of it is sent. */
export function unfitOf(
  files: readonly Pick<File, 'name' | 'size'>[],
  limitBytes: number,
): { readonly why: 'empty' | 'tooLarge'; readonly name: string } | null {
  const found = files.find(({ size }) => size === 0 || size > limitBytes)
  return found ? { why: found.size === 0 ? 'empty' : 'tooLarge', name: seen(found.name) } : null
}
