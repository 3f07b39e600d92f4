import { Group, Paper, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'

interface SectionProps {
  readonly title: string
  /** To the right of the title. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly id?: string
}

/** A part of a page on a sheet of its own, found by its heading. */
export function Section({ title, aside, children, id }: SectionProps) {
  const headingId = useId()
  return (
    <Paper component="section" aria-labelledby={headingId} {...(id ? { id } : {})}>
      <Group justify="space-between" align="center" gap="xs" mb="sm">
        <Title order={2} size="h3" id={headingId}>
          {title}
        </Title>
        {aside}
      </Group>
      {children}
    </Paper>
  )
}
