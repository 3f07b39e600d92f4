import { Text } from '@mantine/core'
import { IconCheck, IconCloudOff, IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export type Saved = 'saved' | 'saving' | 'offline'

const LOOKS = {
  saved: { icon: IconCheck, color: 'var(--pine)' },
  saving: { icon: IconDots, color: 'var(--ink-2)' },
  offline: { icon: IconCloudOff, color: 'var(--ochre)' },
} as const

/** 已保存 / 保存中 / 离线, in words, always in the same place. */
export function SavedState({ saved }: { saved: Saved }) {
  const { t } = useTranslation('common')
  const { icon: Icon, color } = LOOKS[saved]
  return (
    <Text
      span
      size="sm"
      c={color}
      style={{ display: 'inline-flex', alignItems: 'center', gap: 6, minWidth: '6em' }}
      title={t(`common:saved.${saved}Means`)}
    >
      <Icon size={16} aria-hidden />
      {/* Only the change to and from "offline" is worth a screen reader's breath, not every keystroke's save. */}
      <span role="status" aria-live={saved === 'offline' ? 'polite' : 'off'}>
        {t(`common:saved.${saved}`)}
      </span>
    </Text>
  )
}
