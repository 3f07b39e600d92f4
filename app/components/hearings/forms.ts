import { later } from '#app/components/ui/later.tsx'

/** Fetched once for all of them. */
export const fetchForms = () => import('./all-forms.ts')

export const ActingForm = later(async () => (await fetchForms()).ActingForm)
export const AskFor = later(async () => (await fetchForms()).AskFor)
export const DockPanel = later(async () => (await fetchForms()).DockPanel)
export const GrantForm = later(async () => (await fetchForms()).GrantForm)
export const KeptReasonForm = later(async () => (await fetchForms()).KeptReasonForm)
export const KeysDialog = later(async () => (await fetchForms()).KeysDialog)
export const OpinionForm = later(async () => (await fetchForms()).OpinionForm)
export const PaperReading = later(async () => (await fetchForms()).PaperReading)
export const PassageForm = later(async () => (await fetchForms()).PassageForm)
export const QuestionForm = later(async () => (await fetchForms()).QuestionForm)
export const RecusalForm = later(async () => (await fetchForms()).RecusalForm)
export const RoomOrder = later(async () => (await fetchForms()).RoomOrder)
export const Ruling = later(async () => (await fetchForms()).Ruling)
export const StageForm = later(async () => (await fetchForms()).StageForm)
export const CommentForm = later(async () => (await fetchForms()).CommentForm)
export const Queue = later(async () => (await fetchForms()).Queue)
