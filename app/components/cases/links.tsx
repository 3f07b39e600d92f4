import { Anchor, Text } from '@mantine/core'
import { Link } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActDialog } from './act-dialog.tsx'
import { LinkFields } from './fields.ts'
import classes from './facts.module.css'
import { Section } from './section.tsx'

export interface LinkedCase {
  readonly id: string
  /** Null where the viewer may not read the linked case. */
  readonly name: string | null
}

export function Links({ linked, mayLink }: { linked: readonly LinkedCase[]; mayLink: boolean }) {
  const { t } = useTranslation('cases')
  return (
    <Section title={t('cases:links.title')} aside={mayLink ? <LinkCase /> : null}>
      {linked.length === 0 ? (
        <Text c="dimmed">{t('cases:links.none')}</Text>
      ) : (
        <ul className={classes.plain}>
          {linked.map(({ id, name }) => (
            <li key={id}>
              {name ? (
                <Anchor component={Link} to={`/cases/${id}`}>
                  {name}
                </Anchor>
              ) : (
                <Text span c="dimmed">
                  {t('cases:links.hidden')}
                </Text>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function LinkCase() {
  const { t } = useTranslation('cases')
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <ActDialog
      label={t('cases:links.link')}
      records={t('cases:links.records')}
      reason={{ label: t('cases:links.reason'), required: true }}
      look={{ variant: 'default', size: 'xs' }}
      probe={{ type: 'link-case', caseId: 'any-other', reason: '—' }}
      command={(reason) => (chosen === null ? null : { type: 'link-case', caseId: chosen, reason })}
      onDone={() => setChosen(null)}
      fields={<LinkFields chosen={chosen} onChoose={setChosen} />}
    />
  )
}
