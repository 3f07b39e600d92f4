import { Button, FileInput, Group, NativeSelect, Paper, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFieldErrors } from '#app/components/ui/field-errors.ts'
import { LimitedTextarea } from '#app/components/ui/limited.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { LONGEST_TABLE } from '#domain/calendar/table.ts'
import type { CalendarAnswer } from './answers.ts'
import { readTableFile } from './read-table-file.ts'

export interface Draft {
  readonly year: string
  readonly table: string
}

interface TableFormProps {
  readonly draft: Draft
  readonly years: readonly number[]
  readonly onChange: (draft: Draft) => void
  readonly onPreview: () => void
  /** To the draft as it stands; what was said to an earlier one is gone. */
  readonly answer: CalendarAnswer | undefined
  readonly busy: boolean
}

/** The year and its table, typed, pasted or read from a file; the next step shows what it would change. */
export function TableForm({ draft, years, onChange, onPreview, answer, busy }: TableFormProps) {
  const { t } = useTranslation('calendar')
  const errorOf = useFieldErrors(answer?.errors)
  return (
    <Paper component="section" aria-labelledby="table">
      <Title order={2} id="table" mb="sm">
        {t('calendar:import.table')}
      </Title>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onPreview()
        }}
      >
        <Stack>
          <NativeSelect
            label={t('calendar:import.year')}
            value={draft.year}
            onChange={(event) => onChange({ ...draft, year: event.currentTarget.value })}
            error={errorOf('year')}
            data={years.map(String)}
            w="min(100%, 160px)"
          />
          <LimitedTextarea
            label={t('calendar:import.lines')}
            description={t('calendar:import.linesHint')}
            placeholder={t('calendar:import.example', { year: draft.year })}
            value={draft.table}
            onChange={(event) => onChange({ ...draft, table: event.currentTarget.value })}
            error={errorOf('table')}
            limit={LONGEST_TABLE}
            spellCheck={false}
            autosize
            minRows={6}
            maxRows={20}
            required
          />
          <FileInput
            label={t('calendar:import.file')}
            description={t('calendar:import.fileHint')}
            placeholder={t('calendar:import.choose')}
            accept=".csv,.txt,.json"
            value={null}
            onChange={(file) => {
              if (file) void readTableFile(file).then((table) => onChange({ ...draft, table }))
            }}
          />
          <RefusalAlert refusal={answer?.refusal} />
          <Group>
            <Button type="submit" loading={busy}>
              {t('calendar:import.preview')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  )
}
