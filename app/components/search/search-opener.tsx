import { UnstyledButton } from '@mantine/core'
import { useFocusReturn, useWindowEvent } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { later } from '#app/components/ui/later.tsx'
import classes from './search.module.css'

const SearchDialog = later(async () => (await import('./search-dialog.tsx')).SearchDialog)

/** In the bar of every page, and by Ctrl K (⌘ K) wherever the focus is. */
export function SearchOpener() {
  const { t } = useTranslation('shell')
  const [opened, setOpened] = useState(false)
  // The dialog is gone when it is closed and cannot do this itself.
  useFocusReturn({ opened })
  useWindowEvent('keydown', (event) => {
    if (
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey ||
      event.key.toLowerCase() !== 'k'
    )
      return
    event.preventDefault()
    setOpened(true)
  })
  return (
    <>
      <UnstyledButton
        className={classes.opener ?? ''}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setOpened(true)
        }}
      >
        <IconSearch size={20} stroke={1.6} aria-hidden />
        <span className={classes.openerWords}>{t('shell:search.open')}</span>
        <kbd aria-hidden>{t('shell:search.keys')}</kbd>
      </UnstyledButton>
      {opened ? (
        <SearchDialog
          onClose={() => {
            setOpened(false)
          }}
        />
      ) : null}
    </>
  )
}
