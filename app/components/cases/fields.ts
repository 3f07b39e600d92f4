import type { NativeSelectProps, TextareaProps } from '@mantine/core'
import { later } from '#app/components/ui/later.tsx'

/** Fetched once for all of them. */
export const fetchFields = () => import('./all-fields.ts')

export const ChooseMany = later(async () => (await fetchFields()).ChooseMany)
export const LinkFields = later(async () => (await fetchFields()).LinkFields)
export const NativeSelect = later<NativeSelectProps>(async () => (await fetchFields()).NativeSelect)
export const LimitedTextarea = later<TextareaProps & { limit: number }>(
  async () => (await fetchFields()).LimitedTextarea,
)
