import type { ReactNode } from 'react'

/** A table wider than a narrow window: it scrolls by itself, so the keyboard must be able to reach it. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className="wide" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
