import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { rightsInWords } from '../access/tell-rights.ts'

const PAGE = resolve(import.meta.dirname, '../../docs/hearing-rights.md')

it('[H-160] docs/hearing-rights.md says what the table says', async () => {
  await expect(rightsInWords()).toMatchFileSnapshot(PAGE)
})
