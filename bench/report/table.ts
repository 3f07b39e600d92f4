import type { Figure, ProfileResult, Result, Row } from './result.ts'
import { ratio } from './result.ts'

const TOP = 10
const number = (value: number, digits: number) => (Number.isFinite(value) ? value.toFixed(digits) : '–')

function cell(row: Row, { name, digits }: Figure): string {
  const value = row.figures[name]
  if (!value || !Number.isFinite(value.median)) return '–'
  return value.min === value.max
    ? number(value.median, digits)
    : `${number(value.median, digits)} (${number(value.min, digits)}–${number(value.max, digits)})`
}

const copies = (equal: boolean | null) => (equal === null ? '–' : equal ? 'equal' : '**differ**')
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** One scenario as Markdown. */
export function sectionOf(result: Result, profile: ProfileResult | null): string {
  const { rows, figures } = result
  const main = figures.find((figure) => figure.isMain)
  const isCompared = main !== undefined && rows.some(({ key }) => key === 'hocuspocus' || key === 'ws')
  const compared = isCompared ? ['to Hocuspocus', 'to ws relay'] : []
  const head = ['server', ...figures.map(({ label }) => label), ...compared, 'copies']
  const body = rows.map((row) =>
    line([
      row.title,
      ...figures.map((figure) => cell(row, figure)),
      ...(isCompared ? ['hocuspocus', 'ws'].map((to) => number(ratio(rows, main.name, row.key, to), 2)) : []),
      copies(row.equal),
    ]),
  )
  const told = rows.flatMap(({ title, notes, failures = [] }) =>
    [...failures, ...notes].map((note) => `${title}: ${note}`),
  )
  const notes = [...result.notes, ...told]
  return [
    `## ${result.title}`,
    result.what,
    `\`${result.command}\`, ${result.date.slice(0, 10)}, ${result.rounds} rounds, commit ${result.versions['huishang'] ?? ''}, on ${result.machine}.`,
    [line(head), line(head.map(() => '---')), ...body].join('\n'),
    ...(main ? [`![${result.title}](benchmarks/${result.key}.svg)`] : []),
    ...(result.targets.length > 0 ? [targetsOf(result)] : []),
    ...(notes.length > 0 ? [notes.map((note) => `* ${note}`).join('\n')] : []),
    ...(profile ? [profileOf(profile)] : []),
  ].join('\n\n')
}

function targetsOf({ targets }: Result): string {
  return [
    '| target | measured | |',
    '| --- | --- | --- |',
    ...targets.map(({ text, measured, met }) => line([text, measured, met ? 'met' : '**missed**'])),
  ].join('\n')
}

function profileOf({ hot, date }: ProfileResult): string {
  return [
    `Where our server's time went (\`--profile\`, ${date.slice(0, 10)}), shares of its busy time by function:`,
    [
      '| share | function |',
      '| ---: | --- |',
      ...hot.slice(0, TOP).map(({ name, share }) => line([`${(share * 100).toFixed(1)} %`, `\`${name}\``])),
    ].join('\n'),
  ].join('\n\n')
}
