import { Anchor, Group, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDateTime } from '#app/components/ui/date-time.tsx'
import { StatusBadge, type Tone } from '#app/components/ui/status-badge.tsx'
import type { Examination } from '#domain/cases/examination-types.ts'
import { examinationPart } from '#domain/dossiers/parts.ts'
import { ActDialog } from './act-dialog.tsx'
import { useCase } from './case-room.tsx'
import classes from './facts.module.css'
import { ExaminationFields } from './fields.ts'
import { NOTHING_CHOSEN, wayOf, type Chosen } from './examination-draft.ts'
import { Section } from './section.tsx'

/** Symposia and inquiries by a third party, beside a hearing or in its place (REQ-068). */
export function Examinations() {
  const { t } = useTranslation('hearing-ways')
  const { state, may } = useCase()
  const chooses = may(probe())?.refused !== 'access/denied'
  return (
    <Section title={t('hearing-ways:ways.title')} aside={chooses ? <Choose /> : null} id="examinations">
      {state.examinations.length === 0 ? (
        <Text c="dimmed">{t('hearing-ways:ways.none')}</Text>
      ) : (
        <ul className={`${classes.plain ?? ''} ${classes.apart ?? ''}`}>
          {state.examinations.map((examination) => (
            <li key={examination.id}>
              <One examination={examination} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

type Standing = 'calledOff' | 'running' | 'reported'
const TONES: Readonly<Record<Standing, Tone>> = { calledOff: 'neutral', running: 'active', reported: 'good' }

function One({ examination }: { examination: Examination }) {
  const { t } = useTranslation('hearing-ways')
  const { state, may, personName } = useCase()
  const format = useDateTime()
  const { id, way, matter, reason, by, at, calledOff } = examination
  const part = examinationPart(examination)
  const result = state.documents.find((document) => document.part === part)
  const standing = calledOff ? 'calledOff' : result?.status === 'submitted' ? 'reported' : 'running'
  const off = { type: 'call-off-examination', examinationId: id, reason: '—' } as const
  const offers = may(off)
  return (
    <>
      <div className={classes.row}>
        <Text span fw={600}>
          {t('hearing-ways:ways.titled', { kind: t(`hearing-ways:ways.kind.${way.kind}`), matter })}
        </Text>
        <StatusBadge tone={TONES[standing]}>{t(`hearing-ways:ways.standing.${standing}`)}</StatusBadge>
      </div>
      <dl className={`${classes.facts ?? ''} ${classes.under ?? ''}`}>
        {factsOf(examination, format).map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{t(`hearing-ways:ways.${name}`)}</dt>
            <dd className={classes.prose}>{value}</dd>
          </div>
        ))}
        <div className={classes.fact}>
          <dt>{t('hearing-ways:ways.reason')}</dt>
          <dd className={classes.prose}>
            {reason}
            <Text size="sm" c="dimmed">
              {t('hearing-ways:ways.by', { name: personName(by), date: format(at) })}
            </Text>
          </dd>
        </div>
        {calledOff ? (
          <div className={classes.fact}>
            <dt>{t('hearing-ways:ways.calledOff')}</dt>
            <dd className={classes.prose}>
              {calledOff.reason}
              <Text size="sm" c="dimmed">
                {t('hearing-ways:ways.by', { name: personName(calledOff.by), date: format(calledOff.at) })}
              </Text>
            </dd>
          </div>
        ) : null}
      </dl>
      {result ? (
        <Group gap="sm" mt={4}>
          <Anchor component={Link} to={`/cases/${state.id}/dossier/${part}`}>
            {t(`hearing-ways:ways.result.${way.kind}`)}
          </Anchor>
          {offers?.refused === 'access/denied' || offers?.refused === 'case/already-done' ? null : (
            <ActDialog
              label={t('hearing-ways:ways.callOff')}
              records={t('hearing-ways:ways.callOffRecords')}
              reason={{ label: t('hearing-ways:ways.callOffReason'), required: true }}
              look={{ variant: 'default', size: 'compact-sm' }}
              probe={off}
              command={(words) => ({ ...off, reason: words })}
            />
          )}
        </Group>
      ) : null}
    </>
  )
}

function factsOf(
  { way }: Examination,
  format: (value: string) => string,
): readonly (readonly [name: string, value: string])[] {
  return way.kind === 'symposium'
    ? [
        ['startsAt', format(way.startsAt)],
        ['place', way.place],
        ['participants', way.participants],
      ]
    : [
        ['institution', way.institution],
        ['dueOn', format(way.dueOn)],
      ]
}

/** When and where the form says: here it is asked whether one may choose at all. */
const probe = () =>
  ({
    type: 'choose-examination',
    ...{ matter: '—', reason: '—' },
    way: { kind: 'symposium', startsAt: new Date().toISOString(), place: '—', participants: '—' },
  }) as const

function Choose() {
  const { t } = useTranslation('hearing-ways')
  const [chosen, setChosen] = useState<Chosen>(NOTHING_CHOSEN)
  return (
    <ActDialog
      label={t('hearing-ways:ways.choose')}
      records={t('hearing-ways:ways.records')}
      fields={<ExaminationFields chosen={chosen} onChange={setChosen} />}
      reason={{ label: t('hearing-ways:ways.reasonOf'), required: true }}
      look={{ variant: 'default', size: 'xs' }}
      probe={probe()}
      command={(reason) => {
        const way = wayOf(chosen)
        const matter = chosen.matter.trim()
        return way && matter ? { type: 'choose-examination', way, matter, reason } : null
      }}
      onDone={() => setChosen(NOTHING_CHOSEN)}
    />
  )
}
