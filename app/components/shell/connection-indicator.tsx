import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useConnection } from '#app/realtime/provider.tsx'
import classes from './connection-indicator.module.css'

/** A drop shorter than this comes back before anybody could act on it: no flashing. */
const QUIET_MS = 1_500

const ICONS = { online: IconCloudCheck, connecting: IconCloudUp, offline: IconCloudOff } as const

/** Quiet while all is well; in words, never by colour alone, when it is not. */
export function ConnectionIndicator() {
  const { t } = useTranslation('shell')
  const connection = useConnection()
  const [shown, setShown] = useState(connection)
  useEffect(() => {
    const timer = setTimeout(() => setShown(connection), connection === 'online' ? 0 : QUIET_MS)
    return () => clearTimeout(timer)
  }, [connection])
  const Icon = ICONS[shown]
  return (
    <Text
      span
      size="xs"
      role="status"
      className={classes.indicator ?? ''}
      data-connection={shown}
      title={t(`shell:connection.${shown}Means`)}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={classes.words}>{t(`shell:connection.${shown}`)}</span>
    </Text>
  )
}
