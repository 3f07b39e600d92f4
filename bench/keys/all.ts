import type { Benchmark } from '../report/result.ts'
import { editingKeys } from './editing.ts'
import { longDocumentKeys } from './long-documents.ts'
import { rateKeys } from './rates.ts'

export const benchmarks: readonly Benchmark[] = [...editingKeys, ...rateKeys, ...longDocumentKeys]
