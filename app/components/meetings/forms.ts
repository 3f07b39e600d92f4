import { later } from '#app/components/ui/later.tsx'

/** Fetched once for all of them. */
export const fetchForms = () => import('./all-forms.ts')

export const CodeForm = later(async () => (await fetchForms()).CodeForm)
export const DockPanel = later(async () => (await fetchForms()).DockPanel)
export const GrantForm = later(async () => (await fetchForms()).GrantForm)
export const HandKinds = later(async () => (await fetchForms()).HandKinds)
export const HandsEntry = later(async () => (await fetchForms()).HandsEntry)
export const KeysDialog = later(async () => (await fetchForms()).KeysDialog)
export const ProposeForm = later(async () => (await fetchForms()).ProposeForm)
export const PutQuestionForm = later(async () => (await fetchForms()).PutQuestionForm)
export const ReasonForm = later(async () => (await fetchForms()).ReasonForm)
export const RecusalForms = later(async () => (await fetchForms()).RecusalForms)
export const Ruling = later(async () => (await fetchForms()).Ruling)
export const StatementForm = later(async () => (await fetchForms()).StatementForm)
