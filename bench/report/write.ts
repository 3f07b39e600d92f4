import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchmarks } from '../keys/all.ts'
import { root } from '../servers/child.ts'
import { chartOf } from './chart.ts'
import type { ProfileResult, Result } from './result.ts'
import { sectionOf } from './table.ts'

const CHARTS = join(root, 'docs/benchmarks')
/** What a person has to say about a key: where the time goes, what was tried. */
const NOTES = join(root, 'bench/report/notes')

function read<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null
}

/** `docs/benchmarks.md` and its charts, from what stands in the results; the words around them are in a file. */
export function writeReport(results: string): void {
  mkdirSync(CHARTS, { recursive: true })
  const sections: string[] = []
  let versions: Readonly<Record<string, string>> = {}
  for (const { key } of benchmarks) {
    const result = read<Result>(join(results, `${key}.json`))
    if (!result) continue
    ;({ versions } = result)
    sections.push(sectionOf(result, read<ProfileResult>(join(results, `${key}.profile.json`))))
    const words = join(NOTES, `${key}.md`)
    if (existsSync(words)) sections.push(readFileSync(words, 'utf8').trim())
    const main = result.figures.find((figure) => figure.isMain)
    if (main) writeFileSync(join(CHARTS, `${key}.svg`), chartOf(result, main))
  }
  const preface = readFileSync(join(root, 'bench/report/preface.md'), 'utf8').trim()
  const listed = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
  const text = [preface, `Versions: ${listed.join(', ')}.`, ...sections].join('\n\n')
  writeFileSync(join(root, 'docs/benchmarks.md'), `${text}\n`)
}
