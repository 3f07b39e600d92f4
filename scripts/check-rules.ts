import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The rules of `server/domain/RULES.md`: rows of its tables, `| M-12 | sentence | source |`. */
export function rulesIn(markdown: string): readonly { id: string; sentence: string; source: string }[] {
  return [...markdown.matchAll(/^\|\s*([A-Z]-\d+)\s*\|([^|]*)\|([^|]*)\|/gm)].map(
    ([, id, sentence, source]) => ({
      id: id ?? '',
      sentence: (sentence ?? '').trim(),
      source: (source ?? '').trim(),
    }),
  )
}

/** The rules that the test titles of a file begin with: `test('[M-12] …')`, also `[M-12] [M-13] …`. */
export function rulesTestedIn(source: string): readonly string[] {
  const titles = source.matchAll(/['"`]((?:\[[A-Z]-\d+\]\s*)+)/g)
  return [...titles].flatMap(([, ids]) => [...(ids ?? '').matchAll(/[A-Z]-\d+/g)].map(([id]) => id))
}

/** Every way in which rules and tests do not match, a line each. */
export function mismatches(
  markdown: string,
  tests: readonly { path: string; source: string }[],
): readonly string[] {
  const rules = rulesIn(markdown)
  const known = new Set(rules.map((rule) => rule.id))
  const tested = new Set(tests.flatMap(({ source }) => rulesTestedIn(source)))
  const twice = rules.filter((rule, index) => rules.findIndex(({ id }) => id === rule.id) !== index)
  return [
    ...(rules.length === 0 ? ['RULES.md holds no rule'] : []),
    ...twice.map(({ id }) => `${id} stands twice in RULES.md`),
    ...rules.filter(({ sentence }) => sentence === '').map(({ id }) => `${id} says nothing`),
    ...rules.filter(({ source }) => source === '').map(({ id }) => `${id} names no source`),
    ...[...known].filter((id) => !tested.has(id)).map((id) => `${id} has no test`),
    ...tests.flatMap(({ path, source }) =>
      [...new Set(rulesTestedIn(source))]
        .filter((id) => !known.has(id))
        .map((id) => `${path} tests ${id}, which is no rule`),
    ),
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => ({ path: join('test', path), source: readFileSync(join('test', path), 'utf8') }))
  const found = mismatches(readFileSync('server/domain/RULES.md', 'utf8'), tests)
  for (const line of found) console.error(line)
  if (found.length > 0) process.exitCode = 1
}
