import type { Benchmark } from '../report/result.ts'
import { editingKeys } from './editing.ts'
import { editorKeys } from './editor.ts'
import { hearingKeys } from './hearing.ts'
import { longDocumentKeys } from './long-documents.ts'
import { productKeys } from './product.ts'
import { rateKeys } from './rates.ts'
import { reconnectKeys } from './reconnects.ts'
import { searchKeys } from './search.ts'
import { voteKeys } from './votes.ts'

export const benchmarks: readonly Benchmark[] = [
  ...editingKeys,
  ...rateKeys,
  ...longDocumentKeys,
  ...voteKeys,
  ...hearingKeys,
  ...reconnectKeys,
  ...productKeys,
  ...editorKeys,
  ...searchKeys,
]
