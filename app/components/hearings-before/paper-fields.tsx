import { Checkbox, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import facts from '#app/components/cases/facts.module.css'
import type { PaperReader } from '#domain/hearings/types.ts'
import type { PaperChoice } from '#server/services/served-papers.ts'

/** One box for each who may get the paper; who conducts the hearing gets whatever anybody gets. */
export const paperValue = (part: string, reader: PaperReader | '') => `${part}/${reader}`

/** Frozen documents of the case, and to whom each goes. */
export function PaperFields({ choices }: { choices: readonly PaperChoice[] }) {
  const { t } = useTranslation('hearing-ways')
  if (choices.length === 0) return <Text c="dimmed">{t('hearing-ways:papers.nothingFrozen')}</Text>
  return (
    <ul className={facts.plain}>
      {choices.map((choice) => (
        <li key={choice.part}>
          <Choice choice={choice} />
        </li>
      ))}
    </ul>
  )
}

function Choice({ choice: { part, title, readers, served } }: { choice: PaperChoice }) {
  const { t } = useTranslation('hearing-ways')
  const box = (reader: PaperReader | '') => {
    const has = served !== null && (reader === '' || served.includes(reader))
    const words = t(`hearing-ways:papers.reader.${reader === '' ? 'conduct' : reader}`)
    return (
      <Checkbox
        key={reader}
        name="papers"
        value={paperValue(part, reader)}
        label={has ? t('hearing-ways:papers.has', { reader: words }) : words}
        aria-label={t('hearing-ways:papers.boxName', { title, reader: words })}
        disabled={has}
        size="sm"
      />
    )
  }
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend lang="zh-CN">{title}</legend>
      <Group gap="md" mt={4}>
        {box('')}
        {readers.map(box)}
      </Group>
      {readers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('hearing-ways:papers.innerOnly')}
        </Text>
      ) : null}
    </fieldset>
  )
}
