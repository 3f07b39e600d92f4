import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import { RemarkMessage } from './remark-message.tsx'
import { useBoard, useRemarksHere } from './remarks-context.tsx'
import { isDetached } from './shown.ts'
import { WordsForm } from './words-form.tsx'
import classes from './remarks.module.css'

export const cardId = (number: number) => `remark-${String(number)}`

interface RemarkCardProps {
  readonly remark: SeenRemark
  readonly bodyName: (bodyId: string) => string
  readonly onGo: (number: number) => void
}

/** One remark with its answers, where it stands, and what may be done with it. */
export function RemarkCard({ remark, bodyName, onGo }: RemarkCardProps) {
  const { t } = useTranslation('remarks')
  const dateTime = useDateTime()
  const { personId } = useActor()
  const { send, known } = useRemarksHere()
  const { active, places, looked } = useBoard()
  const { act, busy, refusal, forget } = useActWith(send)
  const [doing, setDoing] = useState<'reply' | number | null>(null)
  const { number, anchor, messages, resolved, waitsForMe } = remark
  const may = known.may
  const speaks = may !== null && may.silenced === null
  const resolves = speaks && (may.settles || messages[0]?.authorId === personId)
  const place = places.get(number)
  const detached = isDetached(remark, places, looked)
  const where =
    anchor === null
      ? t('remarks:place.whole')
      : place
        ? t('remarks:place.block', { block: place.block })
        : detached
          ? t('remarks:place.detached')
          : t('remarks:place.unseen')

  return (
    <li
      id={cardId(number)}
      tabIndex={-1}
      className={classes.card}
      aria-current={active === number || undefined}
      aria-label={t('remarks:card', { number, where })}
      data-resolved={resolved !== null || undefined}
    >
      <div className={classes.head}>
        <Text span size="xs" c="dimmed">
          {t('remarks:card', { number, where })}
        </Text>
        {remark.sealed ? <StatusBadge tone="neutral">{t('remarks:sealed')}</StatusBadge> : null}
        {resolved ? (
          <StatusBadge tone="good">
            {t('remarks:resolvedBy', { name: resolved.name, date: dateTime(resolved.at) })}
          </StatusBadge>
        ) : null}
      </div>
      {anchor ? (
        <blockquote className={classes.words} data-detached={detached || undefined}>
          {anchor.words}
        </blockquote>
      ) : null}
      <ul className={classes.messages}>
        {messages.map((message, at) => (
          <li key={at}>
            {doing === at ? (
              <WordsForm
                label={t('remarks:form.correct')}
                action={t('remarks:act.correctSend')}
                initial={message.text}
                mentioned={message.mentions.map((id) => ({ id, name: '', bodyName: null }))}
                submit={(text, mentions) => send({ type: 'correct', number, message: at, text, mentions })}
                onDone={() => setDoing(null)}
              />
            ) : (
              <RemarkMessage
                message={message}
                bodyName={bodyName}
                correct={speaks && message.authorId === personId ? () => setDoing(at) : null}
              />
            )}
          </li>
        ))}
      </ul>
      {doing === 'reply' ? (
        <WordsForm
          label={t('remarks:form.reply')}
          action={t('remarks:act.replySend')}
          submit={(text, mentions) => send({ type: 'reply', number, text, mentions })}
          onDone={() => setDoing(null)}
        />
      ) : (
        <Group gap={6}>
          {place ? (
            <Button
              size="compact-xs"
              variant="subtle"
              title={t('remarks:act.goHint')}
              onClick={() => onGo(number)}
            >
              {t('remarks:act.go')}
            </Button>
          ) : null}
          {speaks && !resolved ? (
            <Button size="compact-xs" variant="subtle" onClick={() => setDoing('reply')}>
              {t('remarks:act.reply')}
            </Button>
          ) : null}
          {waitsForMe ? (
            <Button
              size="compact-xs"
              variant="light"
              loading={busy}
              onClick={() => void act({ type: 'acknowledge', number })}
            >
              {t('remarks:act.acknowledge')}
            </Button>
          ) : null}
          {resolves ? (
            <Button
              size="compact-xs"
              variant="subtle"
              loading={busy}
              onClick={() => void act({ type: resolved ? 'reopen' : 'resolve', number })}
            >
              {t(resolved ? 'remarks:act.reopen' : 'remarks:act.resolve')}
            </Button>
          ) : null}
        </Group>
      )}
      <RefusalAlert refusal={refusal} onClose={forget} />
    </li>
  )
}
