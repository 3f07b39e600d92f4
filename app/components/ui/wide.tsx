import { Paper } from '@mantine/core'
import type { ReactNode } from 'react'

/** A table wider than a phone scrolls in its own box, with the arrow keys too: hence the tab stop. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper p={0} className="wide" role="region" aria-label={label} tabIndex={0}>
      {children}
    </Paper>
  )
}
