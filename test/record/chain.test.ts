import fc from 'fast-check'
import canonicalize from 'canonicalize'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { entryHash, GENESIS, seal, verifyChain } from '#server/record/chain.ts'
import { canonicalJson, NotStorable } from '#server/services/canonical-json.ts'
import type { Head, StoredEntry } from '#server/record/ports.ts'

const ids = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/)
const payload = fc.jsonValue().filter((value) => value !== null)

/** Chains of one stream, as the record would write them. */
const chains = fc
  .array(fc.record({ type: ids, payload, actorId: ids, commandId: ids, commandPart: fc.nat(9) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((happenings) => {
    let head: Head = { stream: 'case/any', seq: 0, hash: GENESIS }
    return happenings.map(({ type, payload: content, ...rest }): StoredEntry => {
      const entry = seal({ type, payload: content }, { head, at: '2026-01-01T00:00:00.000Z', ...rest })
      head = entry
      return entry
    })
  })

const headOf = (chain: readonly StoredEntry[]) => chain.at(-1) ?? null
const check = (chain: readonly StoredEntry[], head: Pick<Head, 'seq' | 'hash'> | null) =>
  verifyChain('case/any', chain, head)

describe('the chain', () => {
  it('[R-02] takes the hash over the canonical JSON of the whole entry', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        for (const { hash, ...entry } of chain) {
          const whole = canonicalize({ ...entry, payload: JSON.parse(entry.payload) as unknown }) ?? ''
          expect(hash).toBe(createHash('sha256').update(whole).digest('hex'))
        }
      }),
    )
  })

  it('[R-02] gives one hash whatever order the keys came in', () => {
    const head = { stream: 'case/x', seq: 0, hash: GENESIS }
    const place = { head, actorId: 'a', at: 't', commandId: 'c', commandPart: 0 }
    const one = seal({ type: 't', payload: { b: 1, a: { d: [1, 'é'], c: null } } }, place)
    const other = seal({ type: 't', payload: { a: { c: null, d: [1, 'é'] }, b: 1 } }, place)
    expect(one).toEqual(other)
    expect(entryHash({ ...one })).toBe(one.hash)
  })

  it('[R-10] finds any field of any entry changed', () => {
    const fields = [
      'stream',
      'type',
      'payload',
      'actorId',
      'at',
      'commandId',
      'previousHash',
      'hash',
    ] as const
    fc.assert(
      fc.property(chains, fc.nat(), fc.constantFrom(...fields), fc.nat(), (chain, which, field, where) => {
        const index = which % chain.length
        const entry = chain[index]
        if (!entry) return
        const text = entry[field]
        const at = where % text.length
        const changed = text.slice(0, at) + (text[at] === '0' ? '1' : '0') + text.slice(at + 1)
        const tampered = chain.map((one, place) => (place === index ? { ...one, [field]: changed } : one))
        const broken = check(tampered, headOf(chain))
        expect(broken).not.toBeNull()
        // A changed hash is seen at the entry itself; nothing before it is accused.
        expect(broken?.seq).toBe(index + 1)
      }),
    )
  })

  it('[R-11] finds entries gone, cut or put in, and a head that does not fit', () => {
    fc.assert(
      fc.property(chains, fc.nat(), (chain, which) => {
        const index = which % chain.length
        expect(check(chain, headOf(chain))).toBeNull()
        const without = chain.filter((_, place) => place !== index)
        expect(check(without, headOf(chain))).toMatchObject({ seq: index + 1 })
        expect(check(chain.slice(0, index), headOf(chain))).toEqual({
          stream: 'case/any',
          seq: index + 1,
          fault: 'tail-missing',
        })
        expect(check(chain, null)).toMatchObject({ fault: 'head-missing' })
        const shorter = chain[index - 1]
        if (shorter)
          expect(check(chain, shorter)).toEqual({ stream: 'case/any', seq: index + 1, fault: 'head-behind' })
      }),
    )
  })

  it('[R-15] takes the escape of NUL for what it is', () => {
    expect(canonicalJson('typed \\u0000')).toBe('"typed \\\\u0000"')
    expect(() => canonicalJson({ text: '\u0000' })).toThrow(NotStorable)
    expect(() => canonicalJson(['\\\u0000'])).toThrow(NotStorable)
    expect(() => canonicalJson('\udc00')).toThrow(NotStorable)
  })
})
