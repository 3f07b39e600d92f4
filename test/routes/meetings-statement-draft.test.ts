import { describe, expect, test } from 'vitest'
import { forgetDraft, keepDraft, readDraft } from '#app/components/meetings/statement-draft.ts'
import { forgetOthers } from '#app/components/ui/kept-in-tab.ts'
import { tabStorage as tab } from '../support/tab-storage.ts'

const mine = { meetingId: 'm', itemId: 'i1', personId: 'p1' }
const words = { stand: 'AGAINST', reason: '理由写了一半' } as const
const nothing = { stand: null, reason: '' }

describe('a statement half written', () => {
  test('[A-23] is there after a reload, per meeting, item and person', () => {
    const storage = tab()
    keepDraft(storage, mine, words)
    expect(readDraft(storage, mine)).toEqual(words)
    for (const other of [{ meetingId: 'x' }, { itemId: 'x' }, { personId: 'x' }])
      expect(readDraft(storage, { ...mine, ...other })).toEqual(nothing)
  })

  test('[A-23] is gone once made, and when somebody else signs in in this tab', () => {
    const storage = tab()
    keepDraft(storage, mine, words)
    forgetDraft(storage, mine)
    expect(storage.length).toBe(0)
    keepDraft(storage, mine, words)
    forgetOthers(storage, 'p2')
    expect(readDraft(storage, mine)).toEqual(nothing)
  })

  test('[A-23] breaks nothing where storage is full, forbidden or holds something else', () => {
    const full = {
      ...tab(),
      setItem: () => {
        throw new Error('quota')
      },
    }
    expect(() => keepDraft(full, mine, words)).not.toThrow()
    const strange = tab()
    keepDraft(strange, mine, words)
    strange.setItem(strange.key(0) ?? '', '{"stand":"MAYBE","reason":7}')
    expect(readDraft(strange, mine)).toEqual(nothing)
  })
})
