import { forgetOthers } from '#app/components/ui/kept-in-tab.ts'
import { browserPendingEdits } from './pending-edits.ts'

/** What another person left in this browser, unsent or half written, goes when somebody signs in. */
export function clearOthers(personId: string): Promise<void> {
  forgetOthers(sessionStorage, personId)
  return browserPendingEdits('').clearOthers(personId)
}
