import { Button, Group, Progress, Text, Title } from '@mantine/core'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { useRefusalSentence } from '#app/components/ui/refusal-alert.tsx'
import type { RefusalCode } from '#domain/record/refusal.ts'
import { seen } from '#domain/record/seen.ts'
import classes from './evidence.module.css'
import { formatSize } from './format-size.ts'
import type { Queued, Unfinished, UploadQueue } from './upload-queue.ts'

/** However often it is sent. */
const FOR_GOOD: ReadonlySet<RefusalCode> = new Set([
  'evidence/type-not-allowed',
  'evidence/too-large',
  'evidence/infected',
])
const NONE: readonly Queued[] = []
const percentOf = (part: number, whole: number) => Math.floor((part / Math.max(1, whole)) * 100)

/** What this page sends, and what this person left unfinished before. */
export function UploadList({ queue }: { queue: UploadQueue }) {
  const { t } = useTranslation('evidence')
  const queued = useSyncExternalStore(queue.subscribe, queue.snapshot, () => NONE)
  return (
    <>
      {queued.length > 0 ? (
        <>
          <Title order={3} size="h4" mt="md">
            {t('evidence:queued.queue')}
          </Title>
          <ul className={classes.plain}>
            {queued.map((one) => (
              <Row key={one.key} one={one} queue={queue} />
            ))}
          </ul>
        </>
      ) : null}
      <LeftUnfinished queue={queue} queued={queued} />
    </>
  )
}

function Row({ one, queue }: { one: Queued; queue: UploadQueue }) {
  const { t, i18n } = useTranslation('evidence')
  const sentence = useRefusalSentence()
  const announce = useAnnounce()
  const { key, file, sent, is, refusal } = one
  // It is this computer's name of it: signs in it may turn letters about, so that it looks like another.
  const name = seen(file.name)
  const { size } = file
  const percent = percentOf(sent, size)
  const words = refusal
    ? sentence(refusal)
    : t(`evidence:queued.${is === 'refused' ? 'failed' : is}`, {
        percent,
        arrived: formatSize(sent, i18n.language),
        size: formatSize(size, i18n.language),
      })
  const runs = is === 'sending' || is === 'retrying' || is === 'waiting'
  const done = is === 'done'
  useEffect(() => {
    if (done) announce(t('evidence:uploaded', { title: name }))
  }, [done, announce, t, name])
  const stands = is === 'paused' || is === 'failed' || is === 'refused'
  return (
    <li className={classes.queued} data-testid="queued" data-state={is}>
      <div>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {runs || is === 'paused' ? (
          <Progress.Root size="sm" my={4}>
            <Progress.Section value={percent} aria-label={name} />
          </Progress.Root>
        ) : null}
        <Text size="sm" c={refusal || is === 'failed' ? 'var(--mantine-color-error)' : 'dimmed'}>
          <span role={stands ? 'alert' : undefined}>{words}</span>
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {runs ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => queue.pause(key)}
            aria-label={t('evidence:queued.pauseOf', { name })}
          >
            {t('evidence:queued.pause')}
          </Button>
        ) : null}
        {stands && !(refusal && FOR_GOOD.has(refusal.refused)) ? (
          <Button
            size="xs"
            variant="default"
            onClick={() => queue.resume(key)}
            aria-label={t('evidence:queued.resumeOf', { name })}
          >
            {t('evidence:queued.resume')}
          </Button>
        ) : null}
        {stands || done ? (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => queue.remove(key)}
            aria-label={t('evidence:queued.clearOf', { name })}
          >
            {t('evidence:queued.clear')}
          </Button>
        ) : null}
      </Group>
    </li>
  )
}

/** Asked when the page opens and whenever the list gets shorter: what is in neither list was handed in or dropped. */
function LeftUnfinished({ queue, queued }: { queue: UploadQueue; queued: readonly Queued[] }) {
  const { t, i18n } = useTranslation('evidence')
  const [left, setLeft] = useState<readonly Unfinished[]>([])
  const [asked, setAsked] = useState(0)
  const done = queued.filter(({ is }) => is === 'done').length
  useEffect(() => {
    let gone = false
    queue.unfinished().then(
      (uploads) => {
        if (!gone) setLeft(uploads)
      },
      () => undefined,
    )
    return () => {
      gone = true
    }
  }, [queue, asked, done, queued.length])
  const others = left.filter(({ fileName }) => !queued.some(({ file }) => file.name === fileName))
  if (others.length === 0) return null
  return (
    <>
      <Title order={3} size="h4" mt="md">
        {t('evidence:queued.unfinished')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('evidence:queued.unfinishedHint')}
      </Text>
      <ul className={classes.plain}>
        {others.map(({ id, fileName: name, bytes, arrived }) => (
          <li key={id} className={classes.queued} data-testid="unfinished">
            <Text size="sm">
              {t('evidence:queued.unfinishedAt', {
                name,
                percent: percentOf(arrived, bytes),
                size: formatSize(bytes, i18n.language),
              })}
            </Text>
            <Button
              size="xs"
              variant="subtle"
              aria-label={t('evidence:queued.dropOf', { name })}
              onClick={() => void queue.drop(id).then(() => setAsked(asked + 1))}
            >
              {t('evidence:queued.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
