import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { useHearing } from './room-context.tsx'

/** Says what changed to who cannot see it: the phase first, then whose turn it is, and what waits for me. */
export function Announcer() {
  const { t } = useTranslation('hearings')
  const { state, own, connection, personName } = useHearing()
  const announce = useAnnounce()
  const waiting = own.passages.filter((one) => one.confirmedAt === null).length
  const before = useRef({ state, connection, waiting })

  useEffect(() => {
    const was = before.current
    before.current = { state, connection, waiting }
    const words: string[] = []
    if (was.connection !== connection && (connection === 'offline' || was.connection === 'offline'))
      words.push(t(connection === 'offline' ? 'hearings:live.offline' : 'hearings:live.online'))
    if (was.state.status !== state.status)
      words.push(t('hearings:live.status', { status: t(`hearings:status.${state.status}`) }))
    if (state.phase !== null && was.state.phase !== state.phase)
      words.push(t('hearings:live.phase', { phase: t(`hearings:phase.${state.phase}`) }))
    const { speaking } = state.floor
    if (speaking && was.state.floor.speaking?.id !== speaking.id)
      words.push(
        speaking.personId === own.personId
          ? t('hearings:live.yourFloor')
          : t('hearings:live.floor', { name: personName(speaking.personId) }),
      )
    if (waiting > was.waiting) words.push(t('hearings:live.passage'))
    if (words.length > 0) announce(words.join(' '))
  }, [state, connection, waiting, own.personId, announce, personName, t])

  return null
}
