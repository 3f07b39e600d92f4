import type { Tone } from '#app/components/ui/status-badge.tsx'
import type { DocumentStatus } from '#domain/cases/types.ts'

export const DOCUMENT_TONES: Readonly<Record<DocumentStatus, Tone>> = {
  open: 'neutral',
  submitted: 'good',
  pinned: 'active',
}
