import { Button, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconMessage2 } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#app/components/ui/dialog.tsx'
import { useBoard, useRemarksHere } from './remarks-context.tsx'
import { RemarksList } from './remarks-list.tsx'
import classes from './remarks.module.css'

/** Room for a list beside the sheet; the same width as in dossier.module.css. */
const WIDE = '(min-width: 88em)'

/** The remarks beside the text, or under a button where there is no room. Made in the browser: it lives by the socket. */
export default function RemarksBeside({ bodyName }: { bodyName: (bodyId: string) => string }) {
  const { t } = useTranslation('remarks')
  const wide = useMediaQuery(WIDE, false, { getInitialValueInEffect: false })
  const { board, known } = useRemarksHere()
  const { opened } = useBoard()
  const titleId = useId()
  const open = [...known.remarks.values()].filter(({ resolved }) => resolved === null).length
  const title = t('remarks:title', { count: open })
  const opener = useRef<HTMLButtonElement>(null)
  // Its press leaves the focus where it is; where that was nowhere, the list gives it back to nobody.
  const close = () => {
    board.open(false)
    setTimeout(() => {
      if (document.activeElement === document.body) opener.current?.focus()
    }, 30)
  }

  if (wide)
    return (
      <section aria-labelledby={titleId} className={classes.beside}>
        <Title order={3} size="h3" id={titleId} mb={8}>
          {title}
        </Title>
        <RemarksList bodyName={bodyName} onGo={(number) => board.text?.goTo(number)} />
      </section>
    )
  return (
    <>
      <Button
        ref={opener}
        className={classes.opener ?? ''}
        leftSection={<IconMessage2 size={18} aria-hidden />}
        // The selection in the text must live until the form has asked for it.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => board.open(true)}
      >
        {/* On a phone the whole title would lie over the text's tools. */}
        <span className={classes.openerWords}>{title}</span>
        <span className={classes.openerCount} aria-hidden>
          {open}
        </span>
      </Button>
      <Dialog opened={opened} onClose={close} title={title}>
        <RemarksList
          bodyName={bodyName}
          onGo={(number) => {
            board.open(false)
            // After the dialog has given the focus back.
            setTimeout(() => board.text?.goTo(number), 50)
          }}
        />
      </Dialog>
    </>
  )
}
