import { CloseButton, Portal, Title } from '@mantine/core'
import { useFocusReturn, useFocusTrap } from '@mantine/hooks'
import { useId, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'

interface DialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  readonly size?: 'md' | 'xl'
}

/**
 * A dialog over the page: focus goes in (to `data-autofocus`, where something has it), stays in, and comes
 * back. Escape and a click beside it close. Mantine's own weighs fifteen times as much for the same.
 */
export function Dialog({ opened, ...rest }: DialogProps) {
  useFocusReturn({ opened })
  return opened ? <Opened {...rest} /> : null
}

function Opened({ onClose, title, children, size = 'md' }: Omit<DialogProps, 'opened'>) {
  const { t } = useTranslation('common')
  const titleId = useId()
  const trap = useFocusTrap()
  const pressedBeside = useRef(false)
  const isBeside = (event: PointerEvent) => event.target === event.currentTarget

  function onKeyDown(event: KeyboardEvent) {
    // An open list inside the dialog takes the first Escape for itself, and says so by this attribute.
    const taken =
      event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true'
    // An input method has its own use for it: it puts back what is being composed.
    if (event.key !== 'Escape' || event.nativeEvent.isComposing || taken) return
    event.stopPropagation()
    onClose()
  }

  return (
    <Portal>
      {/* Escape closes for the keyboard; the click beside is for the pointer alone. */}
      <div
        className={classes.veil}
        role="presentation"
        onKeyDown={onKeyDown}
        // Selecting text may end beside the dialog: only what began there closes it.
        onPointerDown={(event) => {
          pressedBeside.current = isBeside(event)
        }}
        onPointerUp={(event) => {
          if (pressedBeside.current && isBeside(event)) onClose()
        }}
      >
        <section
          ref={trap}
          className={classes.dialog}
          data-size={size}
          role="dialog"
          aria-modal
          aria-labelledby={titleId}
        >
          <div className={classes.head}>
            <Title order={2} id={titleId} fz="md">
              {title}
            </Title>
            <CloseButton onClick={onClose} aria-label={t('common:close')} />
          </div>
          {children}
        </section>
      </div>
    </Portal>
  )
}
