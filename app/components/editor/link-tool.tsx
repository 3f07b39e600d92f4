import { ActionIcon, Button, Group, Popover, Stack, TextInput } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { safeHref } from './prose-json.ts'
import type { Place } from './toolbar.tsx'

/** Sets or takes away the link of the selected words. */
export function LinkTool({ editor, place }: { editor: Editor; place: Place }) {
  const { t } = useTranslation('dossiers')
  const [opened, setOpened] = useState(false)
  const [address, setAddress] = useState('')
  const [bad, setBad] = useState(false)
  const active = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })

  function open() {
    const href: unknown = editor.getAttributes('link')['href']
    setAddress(typeof href === 'string' ? href : '')
    setBad(false)
    setOpened(true)
  }

  function set(event: FormEvent) {
    event.preventDefault()
    // A form inside a popover still bubbles through React to a form around the editor.
    event.stopPropagation()
    const href = safeHref(address.trim())
    setBad(!href)
    if (!href) return
    const chain = editor.chain().focus().extendMarkRange('link')
    if (editor.state.selection.empty && !active) {
      chain.insertContent([{ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }]).run()
    } else chain.setLink({ href }).run()
    setOpened(false)
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="bottom-start" returnFocus>
      <Popover.Target>
        <ActionIcon
          variant={active ? 'light' : 'subtle'}
          color={active ? 'azurite' : 'slate'}
          size={32}
          aria-label={t('dossiers:editor.link')}
          title={t('dossiers:editor.link')}
          aria-pressed={active}
          {...place}
          onMouseDown={(event) => event.preventDefault()}
          onClick={open}
        >
          <IconLink size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={set}>
          <Stack gap="xs">
            <TextInput
              label={t('dossiers:editor.linkAddress')}
              description={t('dossiers:editor.linkHint')}
              value={address}
              error={bad ? t('dossiers:editor.linkBad') : null}
              onChange={(event) => setAddress(event.currentTarget.value)}
              data-autofocus
              w={280}
            />
            <Group gap="xs" justify="flex-end">
              {active ? (
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => {
                    editor.chain().focus().extendMarkRange('link').unsetLink().run()
                    setOpened(false)
                  }}
                >
                  {t('dossiers:editor.linkRemove')}
                </Button>
              ) : null}
              <Button type="submit" size="xs">
                {t('dossiers:editor.linkSet')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
