import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

/** A page with a thousand lines in it stays quick as long as it draws only these. */
const STEP = 100

/** The first hundred of a list, and more where somebody asks for them. */
export function useWindow<T>(all: readonly T[]) {
  const [most, setMost] = useState(STEP)
  return {
    visible: all.slice(0, most),
    more: Math.max(0, all.length - most),
    showMore: () => setMost((before) => before + STEP),
  }
}

export function Longer({ more, onMore }: { more: number; onMore: () => void }) {
  const { t } = useTranslation('comments')
  if (more === 0) return null
  return (
    <Button variant="default" onClick={onMore}>
      {t('comments:more', { count: more })}
    </Button>
  )
}
