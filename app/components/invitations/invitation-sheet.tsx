import '#app/components/minutes/print.css'
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import paper from '#app/components/minutes/paper.module.css'
import classes from './invitation-sheet.module.css'

/** An invitation on paper, its words made by the server. */
export interface Sheet {
  readonly organ: string
  readonly title: string
  readonly to: string
  readonly asks: string
  readonly facts: readonly (readonly [string, string])[]
  readonly how: string
  readonly scan: string
  readonly type: string
  readonly qr: string
  readonly qrName: string
  readonly code: string
  readonly linkName: string
  readonly link: string
  readonly rules: string
  readonly notes: readonly string[]
  readonly date: string
}

/** Shown once, in place of the list, until it is put away; nothing of it stands in an address or in storage. */
export function InvitationSheet({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const { t } = useTranslation('invitations')
  const top = useRef<HTMLDivElement>(null)
  useEffect(() => top.current?.focus(), [])
  return (
    <>
      <Group ref={top} tabIndex={-1} className="no-print" justify="center" gap="sm" mb="md">
        <Text role="status">{t('invitations:sheet.lead')}</Text>
        <Button onClick={() => window.print()}>{t('invitations:sheet.print')}</Button>
        <Button variant="default" onClick={onClose}>
          {t('invitations:sheet.close')}
        </Button>
      </Group>
      <article className={`${paper.paper ?? ''} ${classes.sheet ?? ''}`} lang="zh-CN">
        <p className={classes.organ}>{sheet.organ}</p>
        <h2 className={classes.title}>{sheet.title}</h2>
        <p>{sheet.to}</p>
        <p className={classes.line}>{sheet.asks}</p>
        <dl className={classes.facts}>
          {sheet.facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h3 className={classes.heading}>{sheet.how}</h3>
        <div className={classes.ways}>
          <img className={classes.qr} src={sheet.qr} alt={sheet.qrName} />
          <div>
            <p>{sheet.scan}</p>
            <p>{sheet.type}</p>
            <p className={classes.code}>{sheet.code}</p>
          </div>
        </div>
        <p className={classes.link}>
          {sheet.linkName}：{sheet.link}
        </p>
        <h3 className={classes.heading}>{sheet.rules}</h3>
        <ol className={classes.notes}>
          {sheet.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ol>
        <p className={classes.signed}>
          {sheet.organ}
          <br />
          {sheet.date}
        </p>
      </article>
    </>
  )
}
