import { Box, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ColorSchemeToggle } from '#app/components/shell/color-scheme-toggle.tsx'
import { LanguageToggle } from '#app/components/shell/language-toggle.tsx'
import shell from '#app/components/shell/shell.module.css'

/** A page before anybody is signed in: the name, the two switches, one card. */
export function Alone({ children, width = 440 }: { children: ReactNode; width?: number }) {
  const { t } = useTranslation('shell')
  return (
    <Box maw={width} mx="auto">
      <Group justify="space-between" mb="lg" wrap="nowrap">
        <span className={shell.brand}>
          <span className={shell.seal} aria-hidden>
            {t('shell:sealCharacter')}
          </span>
          <Text span inherit>
            {t('shell:product')}
          </Text>
        </span>
        <Group gap={0} wrap="nowrap">
          <LanguageToggle />
          <ColorSchemeToggle />
        </Group>
      </Group>
      {children}
    </Box>
  )
}
