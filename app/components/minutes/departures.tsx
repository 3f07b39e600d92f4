import { lazy, Suspense } from 'react'
import { useMinutes } from './minutes-context.tsx'

/** Few minutes decide against a hearing: what is written about it is loaded where they do. */
const DepartureCases = lazy(() => import('./departure-cases.tsx'))

export function Departures() {
  const { view } = useMinutes()
  if (view.departing.length === 0) return null
  return (
    <Suspense fallback={null}>
      <DepartureCases />
    </Suspense>
  )
}
