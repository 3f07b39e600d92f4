// What the dialogs of a case page are filled in with: one file, fetched when the first of them opens or the page has time.
export { NativeSelect, TextInput } from '@mantine/core'
export { LimitedTextarea } from '#app/components/ui/limited.tsx'
export { ChooseMany } from '#app/components/ui/choose-many.tsx'
export { LinkFields } from './link-fields.tsx'
export { ExaminationFields } from './examination-fields.tsx'
