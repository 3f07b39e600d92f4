import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '#app/i18n/en/index.ts'
import { NAMESPACES } from '#app/i18n/languages.ts'
import type { Sentences } from '#app/i18n/sentences.ts'
import { zhCN } from '#app/i18n/zh-CN/index.ts'
import { REFUSAL_CODES } from '#domain/record/refusal.ts'
import { statusOf } from '#domain/record/status.ts'
import { TASK_KINDS } from '#domain/tasks/types.ts'

/** `noun:path.to.key` → sentence. */
function flat(sentences: Sentences, prefix: string): [string, string][] {
  return Object.entries(sentences).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flat(value, `${prefix}${key}.`),
  )
}

function all(language: Readonly<Record<string, Sentences>>): Map<string, string> {
  return new Map(Object.entries(language).flatMap(([noun, sentences]) => flat(sentences, `${noun}:`)))
}

const PLURAL = /_(zero|one|two|few|many|other)$/
const chinese = all(zhCN)
const english = all(en)
const withoutPlural = (sentences: Map<string, string>) =>
  [...new Set([...sentences.keys()].map((key) => key.replace(PLURAL, '')))].sort()
const known = new Set([...chinese.keys()].map((key) => key.replace(PLURAL, '')))

const sources = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('i18n/'))
  .map((path) => ({ path: join('app', path), text: readFileSync(join('app', path), 'utf8') }))

describe('the two languages', () => {
  test('have every noun', () => {
    expect(Object.keys(zhCN).sort()).toEqual([...NAMESPACES].sort())
    expect(Object.keys(en).sort()).toEqual([...NAMESPACES].sort())
  })

  test('say the same things', () => {
    expect(withoutPlural(english)).toEqual(withoutPlural(chinese))
  })

  test('leave nothing empty', () => {
    // A gloss puts into English what the Chinese already says.
    const said = [...[...chinese].filter(([key]) => !key.includes('Gloss.')), ...english]
    expect(said.filter(([, sentence]) => sentence.trim() === '')).toEqual([])
  })

  test('have the same places for values', () => {
    const places = (sentence: string) => [...new Set(sentence.match(/\{\{\s*\w+/g) ?? [])].sort().join(' ')
    const different = [...english]
      // "1 person" may leave the number out.
      .filter(([key]) => !/_(zero|one)$/.test(key))
      .map(
        ([key, sentence]) =>
          [key, sentence, chinese.get(key) ?? chinese.get(key.replace(PLURAL, ''))] as const,
      )
      .filter(([, sentence, other]) => other !== undefined && places(sentence) !== places(other))
    expect(different).toEqual([])
  })

  test('English has one and other wherever it counts', () => {
    const halves = [...english.keys()]
      .filter((key) => /_(one|other)$/.test(key))
      .filter(
        (key) => !english.has(key.replace(/_(one|other)$/, (end) => (end === '_one' ? '_other' : '_one'))),
      )
    expect(halves).toEqual([])
  })
})

describe('what pages say', () => {
  test('every refusal has a sentence and a status', () => {
    for (const code of REFUSAL_CODES) {
      expect(chinese.get(`refusals:${code}`), code).toMatch(/[。！？]$/)
      expect(english.get(`refusals:${code}`), code).toMatch(/[.!?]$/)
      expect(statusOf(code), code).toBeGreaterThanOrEqual(400)
      expect(statusOf(code), code).toBeLessThan(600)
    }
  })

  test('every kind of task has a name', () => {
    expect(TASK_KINDS.filter((kind) => !known.has(`workbench:kind.${kind}`))).toEqual([])
  })

  test('every sentence a page asks for by name exists', () => {
    const asked = new RegExp(`['"\`]((?:${NAMESPACES.join('|')}):[\\w./-]+)['"\`]`, 'g')
    const missing = sources.flatMap(({ path, text }) =>
      [...text.matchAll(asked)]
        .map(([, key]) => key ?? '')
        .filter((key) => !known.has(key))
        .map((key) => `${path} ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('no sentence stands in the code', () => {
    const withoutComments = (text: string) =>
      text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
    const speaking = sources
      .filter(({ text }) => /\p{Script=Han}/u.test(withoutComments(text)))
      .map(({ path }) => path)
    expect(speaking).toEqual([])
  })
})

describe('routes', () => {
  const routes = sources.filter(({ path }) => /^app\/routes\/[^/]+\/route\.tsx?$/.test(path))

  test('that show a page give it a title, or stand within one that does', () => {
    const nameOf = (path: string) => path.split('/')[2] ?? ''
    const titled = routes.filter(({ text }) => /\btitle:/.test(text)).map(({ path }) => nameOf(path))
    const nameless = routes
      .filter(({ text }) => /export default/.test(text))
      .map(({ path }) => nameOf(path))
      .filter((name) => !titled.some((other) => name === other || name.startsWith(`${other}.`)))
    expect(nameless).toEqual(['_app.$'])
  })

  test('ask who is there, unless they are for strangers', () => {
    const open = routes
      .filter(({ text }) => !/requireActor\(/.test(text))
      .map(({ path }) => path.split('/')[2])
    expect(open.sort()).toEqual(['_app.$', 'invited', 'language', 'set-up', 'sign-in', 'sign-out'])
  })
})
