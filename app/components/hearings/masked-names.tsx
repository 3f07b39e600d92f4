import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextWarning } from '#app/components/ui/text-warning.ts'
import { maskName } from '#domain/hearings/masked-name.ts'
import { maskedNamesIn } from '#domain/hearings/references.ts'
import { SEES, type SightClass } from '#domain/hearings/sight.ts'
import type { HearingState } from '#domain/hearings/types.ts'

interface MaskedNamesProps {
  readonly state: HearingState
  readonly sight: SightClass
  readonly children: ReactNode
}

/**
 * Free text is not masked (H-187): whoever knows the names of those who are masked to the party is told, at the field and before
 * he sends it, that one of them stands in what he writes.
 */
export function MaskedNames({ state, sight, children }: MaskedNamesProps) {
  const { t } = useTranslation('common')
  const warn = (text: string) => {
    if (SEES[sight].masks.length > 0) return null
    const names = maskedNamesIn(state, text)
    if (names.length === 0) return null
    return t('common:maskedNames', { names: names.join('、'), masked: names.map(maskName).join('、') })
  }
  return <TextWarning.Provider value={warn}>{children}</TextWarning.Provider>
}
