import { ActionIcon, Menu } from '@mantine/core'
import { IconTable } from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type { Place } from './toolbar.tsx'

/** Everything that is done to tables, in one menu. */
export function TableTool({ editor, place }: { editor: Editor; place: Place }) {
  const { t } = useTranslation('dossiers')
  const inside = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('table') })
  const chain = () => editor.chain().focus()
  return (
    <Menu withArrow position="bottom-start" returnFocus>
      <Menu.Target>
        <ActionIcon
          variant={inside ? 'light' : 'subtle'}
          color={inside ? 'azurite' : 'slate'}
          size={32}
          aria-label={t('dossiers:editor.table')}
          title={t('dossiers:editor.table')}
          {...place}
          onMouseDown={(event) => event.preventDefault()}
        >
          <IconTable size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => chain().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
          disabled={inside}
        >
          {t('dossiers:editor.insertTable')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={!inside} onClick={() => chain().addRowAfter().run()}>
          {t('dossiers:editor.addRow')}
        </Menu.Item>
        <Menu.Item disabled={!inside} onClick={() => chain().addColumnAfter().run()}>
          {t('dossiers:editor.addColumn')}
        </Menu.Item>
        <Menu.Item disabled={!inside} onClick={() => chain().deleteRow().run()}>
          {t('dossiers:editor.removeRow')}
        </Menu.Item>
        <Menu.Item disabled={!inside} onClick={() => chain().deleteColumn().run()}>
          {t('dossiers:editor.removeColumn')}
        </Menu.Item>
        <Menu.Item disabled={!inside} onClick={() => chain().toggleHeaderRow().run()}>
          {t('dossiers:editor.headerRow')}
        </Menu.Item>
        <Menu.Item disabled={!inside} onClick={() => chain().deleteTable().run()}>
          {t('dossiers:editor.removeTable')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
