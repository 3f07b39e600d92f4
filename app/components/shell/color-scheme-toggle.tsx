import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { IconMoon, IconSun } from '@tabler/icons-react'

export function ColorSchemeToggle() {
  const { t } = useTranslation('shell')
  const { setColorScheme } = useMantineColorScheme()
  const current = useComputedColorScheme('light', { getInitialValueInEffect: true })
  return (
    <ActionIcon
      variant="subtle"
      color="slate"
      size={40}
      aria-label={t('shell:colorScheme')}
      onClick={() => {
        setColorScheme(current === 'dark' ? 'light' : 'dark')
      }}
    >
      {current === 'dark' ? (
        <IconSun size={20} stroke={1.6} aria-hidden />
      ) : (
        <IconMoon size={20} stroke={1.6} aria-hidden />
      )}
    </ActionIcon>
  )
}
