import type { NativeSelectProps, TextareaProps, TextInputProps } from '@mantine/core'
import { later } from '#app/components/ui/later.tsx'

/** Fetched once for all of them. */
export const fetchFields = () => import('./all-fields.ts')

export const ChooseMany = later(async () => (await fetchFields()).ChooseMany)
export const LinkFields = later(async () => (await fetchFields()).LinkFields)
export const NativeSelect = later<NativeSelectProps>(async () => (await fetchFields()).NativeSelect)
export const TextInput = later<TextInputProps>(async () => (await fetchFields()).TextInput)
export const LimitedTextarea = later<TextareaProps & { limit: number }>(
  async () => (await fetchFields()).LimitedTextarea,
)
export const ExaminationFields = later(async () => (await fetchFields()).ExaminationFields)
