const UNITS = ['B', 'KB', 'MB', 'GB'] as const

/** 1,536 → 1.5 KB, in the reader's digits. */
export function formatSize(bytes: number, language: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const figure = new Intl.NumberFormat(language, { maximumFractionDigits: power === 0 ? 0 : 1 }).format(
    bytes / 1024 ** power,
  )
  return `${figure} ${UNITS[power] ?? 'B'}`
}
