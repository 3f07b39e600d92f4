// What the dialogs of a case page are filled in with: one file, fetched when the first of them opens or the page has time.
export { NativeSelect, Textarea } from '@mantine/core'
export { ChooseMany } from '#app/components/ui/choose-many.tsx'
export { LinkFields } from './link-fields.tsx'
