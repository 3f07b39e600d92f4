import { expect, test } from 'vitest'
import { forgetDraft, keepDraft, readDraft } from '#app/components/comments/comment-draft.ts'
import { forgetOthers } from '#app/components/ui/kept-in-tab.ts'
import { tabStorage } from '../support/tab-storage.ts'

const mine = { hearingId: 'h', personId: 'p1' }
const words = { text: '意见写了一半', issueId: 'i1' }
const nothing = { text: '', issueId: '' }

test('[Q-12] a comment half written is there after a reload, of this hearing and this person alone', () => {
  const storage = tabStorage()
  keepDraft(storage, mine, words)
  expect(readDraft(storage, mine)).toEqual(words)
  for (const other of [{ hearingId: 'x' }, { personId: 'x' }])
    expect(readDraft(storage, { ...mine, ...other })).toEqual(nothing)
})

test('[Q-12] it is gone once sent or emptied, and when somebody else signs in in this tab', () => {
  const storage = tabStorage()
  for (const goes of [
    () => forgetDraft(storage, mine),
    () => keepDraft(storage, mine, { text: '', issueId: 'i1' }),
    () => forgetOthers(storage, 'p2'),
  ]) {
    keepDraft(storage, mine, words)
    goes()
    expect(readDraft(storage, mine)).toEqual(nothing)
  }
})
