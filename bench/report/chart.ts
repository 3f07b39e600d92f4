import type { Figure, Result } from './result.ts'

const WIDTH = 760
const LABELS = 230
const BAR = 26
const GAP = 14
const TOP = 64
const VALUES = 150

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * Bars of medians with whiskers from the least to the most, as SVG with plain text. The colours are the page's
 * own where it has a dark face, by `prefers-color-scheme`.
 */
export function chartOf(result: Result, figure: Figure): string {
  const bars = result.rows.flatMap((row) => {
    const value = row.figures[figure.name]
    return value && Number.isFinite(value.median) ? [{ row, value }] : []
  })
  const most = Math.max(...bars.map(({ value }) => value.max), Number.MIN_VALUE)
  const space = WIDTH - LABELS - VALUES
  const x = (value: number) => LABELS + (value / most) * space
  const height = TOP + bars.length * (BAR + GAP) + 10
  const lines = bars.map(({ row, value }, index) => {
    const y = TOP + index * (BAR + GAP)
    const middle = y + BAR / 2
    const shown = `${value.median.toFixed(figure.digits)} (${value.min.toFixed(figure.digits)}–${value.max.toFixed(figure.digits)})`
    return [
      `<text class="label" x="${LABELS - 10}" y="${middle + 5}" text-anchor="end">${escaped(row.title)}</text>`,
      `<rect class="${row.key.startsWith('ours') ? 'ours' : 'peer'}" x="${LABELS}" y="${y}" width="${(x(value.median) - LABELS).toFixed(1)}" height="${BAR}" rx="3"/>`,
      `<path class="spread" d="M${x(value.min).toFixed(1)} ${middle}H${x(value.max).toFixed(1)}"/>`,
      `<text class="label" x="${(x(value.max) + 8).toFixed(1)}" y="${middle + 5}">${shown}</text>`,
    ].join('\n')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title">
<title id="title">${escaped(`${result.title}: ${figure.label}`)}</title>
<style>
text{font-family:system-ui,sans-serif;fill:#1f2328}.head{font-size:17px;font-weight:600}.label{font-size:13px}
.ours{fill:#1f6feb}.peer{fill:#8c959f}.spread{stroke:#1f2328;stroke-width:2}
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.ours{fill:#58a6ff}.peer{fill:#6e7681}.spread{stroke:#e6edf3}}
</style>
<text class="head" x="10" y="24">${escaped(result.title)}</text>
<text class="label" x="10" y="46">${escaped(figure.label)}: median, with the least and the most of ${result.rounds} rounds</text>
${lines.join('\n')}
</svg>
`
}
