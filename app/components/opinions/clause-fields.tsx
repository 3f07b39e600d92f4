import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { LimitedInput } from '#app/components/ui/limited.tsx'
import { IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface ClauseFieldsProps {
  readonly clauses: readonly string[]
  readonly onChange: (clauses: readonly string[]) => void
}

const MOST = 30

/** The clauses an opinion relies on, one field each. */
export function ClauseFields({ clauses, onChange }: ClauseFieldsProps) {
  const { t } = useTranslation('dossiers')
  const headingId = useId()
  return (
    <Stack gap="xs" role="group" aria-labelledby={headingId}>
      <Text fw={500} size="sm" id={headingId}>
        {t('dossiers:opinions.clauses')}
      </Text>
      {clauses.map((clause, index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <LimitedInput
            style={{ flex: 1 }}
            aria-label={t('dossiers:opinions.clause', { n: index + 1 })}
            placeholder={t('dossiers:opinions.clauseHint')}
            value={clause}
            limit={500}
            onChange={(event) =>
              onChange(clauses.map((other, at) => (at === index ? event.currentTarget.value : other)))
            }
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('dossiers:opinions.removeClause', { n: index + 1 })}
            onClick={() => onChange(clauses.filter((_, at) => at !== index))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {clauses.length < MOST ? (
        <div>
          <Button variant="default" size="xs" onClick={() => onChange([...clauses, ''])}>
            {t('dossiers:opinions.addClause')}
          </Button>
        </div>
      ) : null}
    </Stack>
  )
}
