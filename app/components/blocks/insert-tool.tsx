import { ActionIcon, Menu } from '@mantine/core'
import { IconSquarePlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Place } from '#app/components/editor/toolbar.tsx'
import { INSERTABLE, type Insertable } from './insertable.ts'

/** The same as the stroke, for who looks for it among the tools; with an input method that makes 、 of the stroke, the only way. */
export function InsertTool({ place, onChoose }: { place: Place; onChoose: (kind: Insertable) => void }) {
  const { t } = useTranslation('blocks')
  return (
    // What is chosen opens a dialog, which has the focus then; Escape gives it back all the same.
    <Menu withArrow position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="slate"
          size={32}
          aria-label={t('blocks:insert')}
          title={t('blocks:insert')}
          {...place}
          onMouseDown={(event) => event.preventDefault()}
        >
          <IconSquarePlus size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {INSERTABLE.map((kind) => (
          <Menu.Item key={kind} onClick={() => onChoose(kind)}>
            {t(`blocks:kind.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
