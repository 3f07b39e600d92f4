import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useCase } from '#app/components/cases/case-room.tsx'
import { exceeds } from '#app/components/ui/limit.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { useAnnounce } from '#app/components/ui/live-region.tsx'
import { ReasonedButton } from '#app/components/ui/reasoned-button.tsx'
import { useKeptWords } from '#app/components/ui/use-kept-words.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import type { EvidencePiece, MarkPlace } from '#domain/cases/evidence-types.ts'
import { MARK_NOTE } from '#domain/cases/mark-places.ts'
import type { Refusal } from '#domain/record/refusal.ts'
import { usePlaceWords } from './place-words.ts'
import classes from './marks.module.css'

interface MarkFormProps {
  readonly piece: EvidencePiece
  /** Null while it is not whole. */
  readonly place: MarkPlace | null
  /** What says where, if it is not drawn on the page. */
  readonly fields?: ReactNode
  /** Why no mark may be made now. */
  readonly refusal: Refusal | null
  readonly onSaved?: () => void
  /** Made, or given up. Absent: it stays for the next one. */
  readonly onEnd?: () => void
}

/** The note on a place, and what the record will say. */
export function MarkForm({ piece, place, fields, refusal, onSaved, onEnd }: MarkFormProps) {
  const { t } = useTranslation(['evidence-marks', 'common'])
  const { state } = useCase()
  const { act, busy, refusal: answer } = useAct()
  const announce = useAnnounce()
  const wordsOf = usePlaceWords()
  const form = useRef<HTMLFormElement>(null)
  const [written, setWritten] = useKeptWords(`mark on ${piece.id}`)
  const note = written ?? ''
  const [missing, setMissing] = useState(false)

  // Where it opened because somebody has just framed a place, its note is next.
  const opened = onEnd !== undefined
  useEffect(() => {
    if (opened) form.current?.querySelector('textarea')?.focus()
  }, [opened])

  async function submit(event: FormEvent) {
    event.preventDefault()
    const words = note.trim()
    setMissing(words === '')
    if (words === '' || exceeds(words, MARK_NOTE) || !place) return
    if (!(await act({ type: 'mark-evidence', evidenceId: piece.id, place, note: words }))) return
    announce(t('evidence-marks:done'))
    setWritten(null)
    onSaved?.()
    onEnd?.()
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate className={classes.form}>
      <Stack gap="xs">
        {fields ?? (place ? <Text fw={600}>{wordsOf(place)}</Text> : null)}
        <LimitedTextarea
          label={t('evidence-marks:note')}
          withAsterisk
          autosize
          minRows={2}
          limit={MARK_NOTE}
          value={note}
          error={missing && note.trim() === '' ? t('common:invalid.required') : null}
          onChange={({ currentTarget }) => setWritten(currentTarget.value)}
        />
        <Text size="sm" c="dimmed">
          {t('evidence-marks:records')}
          {state.applicantIds.includes(piece.addedBy) ? ` ${t('evidence-marks:party')}` : ''}
        </Text>
        <RefusalAlert refusal={answer} />
        <Group gap="xs">
          <ReasonedButton type="submit" busy={busy} refusal={refusal}>
            {t('evidence-marks:save')}
          </ReasonedButton>
          {onEnd ? (
            <Button
              variant="default"
              onClick={() => {
                setWritten(null)
                onEnd()
              }}
            >
              {t('common:cancel')}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  )
}
