import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type SignaturePad from 'signature_pad'
import classes from './drawn-signature.module.css'

/** Two for each of the page's: sharp on paper, and still a few kilobytes. */
const DENSITY = 2

interface DrawnSignatureProps {
  /** A PNG as a data URL; null: nothing is drawn. */
  readonly onChange: (picture: string | null) => void
}

/** A signature by hand beside the password, for whoever wants one: nobody needs a pointer to sign. */
export function DrawnSignature({ onChange }: DrawnSignatureProps) {
  const { t } = useTranslation('hearingsAfter')
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button
        variant="default"
        size="sm"
        aria-expanded={open}
        onClick={() => {
          if (open) onChange(null)
          setOpen(!open)
        }}
      >
        {t(`hearingsAfter:drawn.${open ? 'close' : 'open'}`)}
      </Button>
      <Text size="sm" c="dimmed" mt={4}>
        {t('hearingsAfter:drawn.optional')}
      </Text>
      {open ? <Pad onChange={onChange} /> : null}
    </div>
  )
}

function Pad({ onChange }: DrawnSignatureProps) {
  const { t } = useTranslation('hearingsAfter')
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  useEffect(() => {
    let gone = false
    // Nobody else pays for it.
    void import('signature_pad').then(({ default: Signatures }) => {
      const sheet = canvas.current
      if (gone || !sheet) return
      sheet.width = sheet.offsetWidth * DENSITY
      sheet.height = sheet.offsetHeight * DENSITY
      sheet.getContext('2d')?.scale(DENSITY, DENSITY)
      // Ink of its own, whatever the page's colours: it is printed on white.
      pad.current = new Signatures(sheet, { penColor: '#111', minWidth: 0.8, maxWidth: 2.6 })
      pad.current.addEventListener('endStroke', () => onChange(sheet.toDataURL('image/png')))
    })
    return () => {
      gone = true
      pad.current?.off()
    }
  }, [onChange])
  return (
    <div>
      <canvas ref={canvas} className={classes.sheet} role="img" aria-label={t('hearingsAfter:drawn.sheet')} />
      <Group gap="sm" mt={4}>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => {
            pad.current?.clear()
            onChange(null)
          }}
        >
          {t('hearingsAfter:drawn.clear')}
        </Button>
      </Group>
    </div>
  )
}
