import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct, useCase } from '#app/components/cases/case-room.tsx'
import { LimitedTextarea, NativeSelect } from '#app/components/cases/fields.ts'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'

const NEW = 'new'

interface ConditionFieldsProps {
  readonly onChoose: (conditionId: string) => void
  readonly onClose: () => void
}

/** A row that the case has, or a new one, which enters the case first and the text once it stands there. */
export function ConditionFields({ onChoose, onClose }: ConditionFieldsProps) {
  const { t } = useTranslation('blocks')
  const { state } = useCase()
  const { act, busy, refusal } = useAct()
  const [chosen, setChosen] = useState(state.conditions[0]?.id ?? NEW)
  const [subjectId, setSubjectId] = useState(state.subjects[0]?.id ?? '')
  const [text, setText] = useState('')
  // The server names the row; the view that shows it says how.
  const awaited = useRef<ReadonlySet<string> | null>(null)
  const wording = text.trim()

  useEffect(() => {
    const made = state.conditions.find(
      (row) => row.subjectId === subjectId && row.text === wording && awaited.current?.has(row.id) === false,
    )
    if (!made) return
    awaited.current = null
    onChoose(made.id)
  }, [state.conditions, subjectId, wording, onChoose])

  async function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (chosen !== NEW) onChoose(chosen)
    else if (wording !== '') {
      awaited.current = new Set(state.conditions.map(({ id }) => id))
      const order = { subjectId, text: wording, met: 'unclear', evidenceIds: [] } as const
      if (!(await act({ type: 'set-condition', conditionId: null, ...order }))) awaited.current = null
    }
  }

  if (state.subjects.length === 0) return <Text>{t('blocks:condition.noSubjects')}</Text>
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <NativeSelect
          label={t('blocks:condition.choose')}
          data-autofocus
          data={[
            ...state.conditions.map((row) => ({ value: row.id, label: row.text })),
            { value: NEW, label: t('blocks:condition.new') },
          ]}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
        {chosen === NEW ? (
          <>
            <NativeSelect
              label={t('blocks:condition.subject')}
              data={state.subjects.map(({ id, name }) => ({ value: id, label: name }))}
              value={subjectId}
              onChange={(event) => setSubjectId(event.currentTarget.value)}
            />
            <LimitedTextarea
              label={t('blocks:condition.text')}
              autosize
              minRows={2}
              limit={1000}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </>
        ) : null}
        <RefusalAlert refusal={refusal} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('blocks:cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('blocks:insert')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
