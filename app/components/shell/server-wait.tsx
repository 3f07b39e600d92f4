import { Button, Group, Text } from '@mantine/core'
import { useBlocker } from '@remix-run/react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { serverAnswers, serverWaits, waitForServer } from '#app/http/wait-for-server.ts'
import { useRealtimeClient } from '#app/realtime/provider.tsx'
import classes from './shell.module.css'

/** What comes back sooner needs no words. */
const QUIET_MS = 1_000

/**
 * Says that something waits for the server. Without it another page cannot be opened: its code may not be here, and the
 * browser would put its own error page in the place of everything typed. So it is opened when the server answers.
 */
export function ServerWait() {
  const { t } = useTranslation('shell')
  const client = useRealtimeClient()
  const waiting = useSyncExternalStore(serverWaits.subscribe, serverWaits.isWaiting, () => false)
  const [shown, setShown] = useState(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname &&
      (!navigator.onLine || client?.connection.isLost === true),
  )

  useEffect(() => waitForServer(window), [])

  useEffect(() => {
    if (blocker.state !== 'blocked') return
    const left = new AbortController()
    void serverAnswers(left.signal).then(blocker.proceed, () => undefined)
    return () => left.abort()
  }, [blocker])

  useEffect(() => {
    const timer = setTimeout(() => setShown(waiting), waiting ? QUIET_MS : 0)
    return () => clearTimeout(timer)
  }, [waiting])

  return (
    <div role="status" data-testid="server-wait">
      {shown ? (
        <Group className={classes.wait ?? ''} gap="sm">
          <Text size="sm">{t('shell:serverWait.words')}</Text>
          {blocker.state === 'blocked' ? (
            <Button size="compact-sm" variant="default" onClick={blocker.reset}>
              {t('shell:serverWait.stay')}
            </Button>
          ) : null}
        </Group>
      ) : null}
    </div>
  )
}
