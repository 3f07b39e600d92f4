import { Box, Group, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface PageHeadProps {
  readonly title: string
  /** Above the title: a number, where one came from. */
  readonly overline?: ReactNode
  readonly lead?: ReactNode
  /** The one next action, to the right. */
  readonly actions?: ReactNode
  /** False above nested pages, where the route's own title says more. */
  readonly namesDocument?: boolean
}

/** Head of a page; names the document too, where the route knows only a general title. */
export function PageHead({ title, overline, lead, actions, namesDocument = true }: PageHeadProps) {
  const { t } = useTranslation('shell')
  const product = t('shell:product')
  useEffect(() => {
    if (namesDocument) document.title = `${title} · ${product}`
  }, [title, product, namesDocument])
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="md">
      <Box style={{ flex: '1 1 320px', minWidth: 0 }}>
        {overline ? (
          <Text size="sm" c="dimmed" component="div">
            {overline}
          </Text>
        ) : null}
        <Title order={1} fz={{ base: 'lg', sm: 'xl' }}>
          {title}
        </Title>
        {lead ? (
          <Text c="dimmed" mt={4} component="div">
            {lead}
          </Text>
        ) : null}
      </Box>
      {actions ? <Group gap="sm">{actions}</Group> : null}
    </Group>
  )
}
