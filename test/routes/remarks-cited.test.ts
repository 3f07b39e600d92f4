import { expect, it } from 'vitest'
import { withReferences } from '#app/components/remarks/references.ts'

const PIECE = '/cases/case-1/evidence/e-1/view'
const MARKED = { evidenceId: 'e-1', markId: 'm-2' }

it('[E-46] an address of a piece, a page or a mark is taken for a reference, wherever it was copied from', () => {
  const parts = (text: string) => withReferences(text, 'case-1')
  expect(parts('请核对')).toEqual(['请核对'])
  expect(parts(`请看${PIECE}?page=2&mark=m-2，再议`)).toEqual(['请看', MARKED, '，再议'])
  expect(parts(`https://huishang.example:8443${PIECE}?at=83&mark=m-2`)).toEqual([MARKED])
  expect(parts(`${PIECE}。${PIECE}?page=7）`)).toEqual([
    { evidenceId: 'e-1' },
    '。',
    { evidenceId: 'e-1', page: 7 },
    '）',
  ])
  expect(parts(`${PIECE}?page=0`)).toEqual([{ evidenceId: 'e-1' }])
})

it('[E-46] what leads to another case, to a moment that nobody marked or to anything else stays as it was typed', () => {
  for (const text of [
    `${PIECE}?at=83`,
    '/cases/case-2/evidence/e-1/view?mark=m-2',
    '/cases/case-1/evidence/e-1',
    '/cases/case-1/evidence/e-1/viewer',
    'javascript:alert(1)',
  ])
    expect(withReferences(text, 'case-1')).toEqual([text])
  // Read away from its case nothing is a reference.
  expect(withReferences(`${PIECE}?mark=m-2`, null)).toEqual([`${PIECE}?mark=m-2`])
})
