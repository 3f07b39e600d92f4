import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useActor } from '#app/components/shell/root-data.ts'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { StatusBadge } from '#app/components/ui/status-badge.tsx'
import { useActWith } from '#app/components/ui/use-act.ts'
import type { SeenRemark } from '#domain/remarks/view.ts'
import { DecideSuggestion } from '#app/components/suggestions/decide-suggestion.tsx'
import { SuggestedWords } from '#app/components/suggestions/suggested-words.tsx'
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
  /** What was half written in it before it was drawn: an answer, or another wording of a message. */
  readonly left?: 'reply' | number | undefined
}

/** One remark with its answers, where it stands, and what may be done with it. */
export function RemarkCard({ remark, bodyName, onGo, left }: RemarkCardProps) {
  const { t } = useTranslation(['remarks', 'suggestions'])
  const dateTime = useDateTime()
  const { personId } = useActor()
  const { send, known } = useRemarksHere()
  const { active, places, looked } = useBoard()
  const { act, busy, refusal, forget } = useActWith(send)
  const [doing, setDoing] = useState<'reply' | number | null>(left ?? null)
  const { number, anchor, suggestion, messages, resolved, waitsForMe } = remark
  const may = known.may
  const speaks = may !== null && may.silenced === null
  const isOwn = messages[0]?.authorId === personId
  const resolves = speaks && !suggestion && (may.settles || isOwn)
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
  const title = suggestion ? t('suggestions:card', { number, where }) : t('remarks:card', { number, where })

  return (
    <li
      id={cardId(number)}
      tabIndex={-1}
      className={classes.card}
      aria-current={active === number || undefined}
      aria-label={title}
      data-resolved={resolved !== null || undefined}
    >
      <div className={classes.head}>
        <Text span size="xs" c="dimmed">
          {title}
        </Text>
        {remark.sealed ? <StatusBadge tone="neutral">{t('remarks:sealed')}</StatusBadge> : null}
        {resolved ? (
          <StatusBadge
            tone={resolved.outcome === null || resolved.outcome === 'accepted' ? 'good' : 'neutral'}
          >
            {t(resolved.outcome === null ? 'remarks:resolvedBy' : `suggestions:outcome.${resolved.outcome}`, {
              name: resolved.name,
              date: dateTime(resolved.at),
            })}
          </StatusBadge>
        ) : null}
      </div>
      {suggestion ? (
        <SuggestedWords suggestion={suggestion} anchor={anchor} />
      ) : anchor ? (
        <blockquote className={classes.words} data-detached={detached || undefined}>
          {anchor.words}
        </blockquote>
      ) : null}
      <ul className={classes.messages}>
        {messages.map((message, at) => (
          <li key={at}>
            {doing === at ? (
              <WordsForm
                form={`correct ${number} ${at}`}
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
          form={`reply ${number}`}
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
          {suggestion && !resolved ? (
            <DecideSuggestion
              remark={remark}
              mayDecide={speaks && may.writes}
              isOwn={speaks && isOwn}
              busy={busy}
              act={act}
            />
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
