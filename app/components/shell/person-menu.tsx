import { Text, UnstyledButton } from '@mantine/core'
import { useClickOutside, useWindowEvent } from '@mantine/hooks'
import { Form, Link, useLocation } from '@remix-run/react'
import { IconCalendar, IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react'
import { useId, useRef, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Actor } from '#domain/people/actor.ts'
import classes from './shell.module.css'

/** A button and what it discloses: a link and a form are no "menu items", and need no arrow keys. */
export function PersonMenu({ actor }: { actor: Actor }) {
  const { t } = useTranslation('shell')
  const panelId = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const { key } = useLocation()
  // Open on the page it was opened on: going anywhere closes it.
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === key
  const close = () => {
    setOpenOn(null)
  }
  const around = useClickOutside<HTMLDivElement>(close) as RefObject<HTMLDivElement>
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'Escape' || !open) return
    close()
    opener.current?.focus()
  })
  return (
    <div ref={around} className={classes.personBox}>
      <UnstyledButton
        ref={opener}
        className={classes.person ?? ''}
        aria-expanded={open}
        aria-controls={panelId}
        onClick={() => {
          setOpenOn(open ? null : key)
        }}
      >
        <IconUser size={20} stroke={1.6} aria-hidden />
        <span className={classes.personWords}>
          <Text span size="sm" fw={600}>
            {actor.name}
          </Text>
          {actor.bodyName ? (
            <Text span size="xs" c="dimmed">
              {actor.bodyName}
            </Text>
          ) : null}
        </span>
        <IconChevronDown size={16} aria-hidden className={classes.chevron ?? ''} />
      </UnstyledButton>
      <div id={panelId} className={classes.panel} hidden={!open}>
        <Text size="sm" c="dimmed" px="sm" py={4} hiddenFrom="sm">
          {[actor.name, actor.bodyName].filter(Boolean).join(' · ')}
        </Text>
        <Link to="/account" className={classes.panelItem}>
          <IconUser size={16} aria-hidden />
          {t('shell:account')}
        </Link>
        <Link to="/calendar" className={classes.panelItem}>
          <IconCalendar size={16} aria-hidden />
          {t('shell:calendar')}
        </Link>
        <Form method="post" action="/sign-out">
          <UnstyledButton type="submit" className={classes.panelItem ?? ''}>
            <IconLogout size={16} aria-hidden />
            {t('shell:signOut')}
          </UnstyledButton>
        </Form>
      </div>
    </div>
  )
}
