import { Anchor, Group, Stack, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from '#app/components/cases/act-dialog.tsx'
import { useCase } from '#app/components/cases/case-room.tsx'
import { NativeSelect } from '#app/components/cases/fields.ts'
import { Section } from '#app/components/cases/section.tsx'
import { LazyEditor } from '#app/components/editor/lazy-editor.tsx'
import { PresentMarks } from '#app/components/editor/present-marks.tsx'
import { UnsentNotice } from '#app/components/editor/unsent-notice.tsx'
import { usePresent } from '#app/components/editor/use-present.ts'
import { later } from '#app/components/ui/later.tsx'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { RefusalAlert } from '#app/components/ui/refusal-alert.tsx'
import { SavedState } from '#app/components/ui/saved-state.tsx'
import { useLiveDocument } from '#app/realtime/use-live-document.ts'
import type { Opinion } from '#domain/cases/types.ts'
import { OUTCOMES, type Outcome } from '#domain/decisions/outcome.ts'
import { opinionPart } from '#domain/dossiers/parts.ts'
import classes from './own-opinion.module.css'
import { useOpinionForm, type OpinionForm } from './use-opinion-form.ts'

const TemplateLine = later(async () => (await import('#app/components/templates/template-line.tsx')).default)
const ClauseFields = later(async () => (await import('./clause-fields.tsx')).ClauseFields)

/** The own department's opinion while it is sealed: form and text, written together, submitted once. */
export function OwnOpinion({ opinion, content }: { opinion: Opinion; content: string | null }) {
  const { t } = useTranslation(['dossiers', 'common'])
  const { state, bodyName } = useCase()
  const part = opinionPart(opinion.bodyId)
  const live = useLiveDocument(`case/${state.id}/${part}`)
  const present = usePresent(live.awareness)
  const { form, setStand, setClauses } = useOpinionForm(live.doc)
  const body = bodyName(opinion.bodyId)
  const writable = live.mode === 'write'
  return (
    <Section
      title={t('dossiers:opinions.ownOf', { body })}
      aside={
        <Group gap="sm">
          <PresentMarks present={present} />
          <SavedState saved={live.saved} />
        </Group>
      }
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('dossiers:opinions.sealed')}
        </Text>
        <Withdrawals opinion={opinion} />
        <UnsentNotice live={live} />
        {live.unsentText === null ? <RefusalAlert refusal={live.refusal} /> : null}
        <div className={classes.outcomes}>
          {state.subjects.map(({ id, name }) => (
            <NativeSelect
              key={id}
              label={t('dossiers:opinions.standFor', { name })}
              data={[
                { value: '', label: t('dossiers:opinions.choose') },
                ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`common:outcome.${outcome}`) })),
              ]}
              value={form.stands[id] ?? ''}
              onChange={({ currentTarget }) =>
                setStand(id, OUTCOMES.find((outcome) => outcome === currentTarget.value) ?? null)
              }
              disabled={!writable}
              withAsterisk
            />
          ))}
        </div>
        {writable ? <ClauseFields clauses={form.clauses} onChange={setClauses} /> : null}
        <div>
          <Text fw={500} size="sm" mb={4}>
            {t('dossiers:opinions.text')}
          </Text>
          <TemplateLine live={live} part={part} />
          <LazyEditor
            live={live.mode === null ? null : live}
            initialContent={content}
            label={t('dossiers:opinions.textLabel', { body })}
            look="field"
            ofCase
          />
        </div>
        <Group justify="space-between">
          <Submit form={form} body={body} />
          <Anchor component={Link} to={`/cases/${state.id}/dossier/${part}`} size="sm">
            {t('dossiers:opinions.remarks')}
          </Anchor>
          <Anchor component={Link} to={`/cases/${state.id}/versions/${part}`} size="sm">
            {t('dossiers:opinions.versions')}
          </Anchor>
        </Group>
      </Stack>
    </Section>
  )
}

function Submit({ form, body }: { form: OpinionForm; body: string }) {
  const { t } = useTranslation(['dossiers', 'common'])
  const { state } = useCase()
  const stands = Object.fromEntries(
    state.subjects.flatMap(({ id }): [string, Outcome][] => {
      const stand = form.stands[id]
      return stand ? [[id, stand]] : []
    }),
  )
  const clauses = form.clauses.map((clause) => clause.trim()).filter((clause) => clause !== '')
  const command = { type: 'submit-opinion', stands, clauses } as const
  const said = state.subjects
    .map(({ id, name }) => `${name} ${stands[id] ? t(`common:outcome.${stands[id]}`) : '…'}`)
    .join(t('dossiers:dossier.between'))
  return (
    <ActDialog
      label={t('dossiers:opinions.submit')}
      records={t('dossiers:opinions.submitRecords', { body, stands: said })}
      probe={{ ...command, clauses: [...clauses] }}
      command={() => ({ ...command, clauses: [...clauses] })}
    />
  )
}

export function Withdrawals({ opinion }: { opinion: Opinion }) {
  const { t } = useTranslation('dossiers')
  const dateTime = useDateTime()
  return opinion.withdrawals.map(({ at, reason }) => (
    <Text key={at} size="sm" c="dimmed">
      {t('dossiers:opinions.withdrawn', { date: dateTime(at), reason })}
    </Text>
  ))
}
