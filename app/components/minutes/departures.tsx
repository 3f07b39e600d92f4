import { later } from '#app/components/ui/later.tsx'
import { useMinutes } from './minutes-context.tsx'

/** Few minutes decide against a hearing: what is written about it is loaded where they do. */
const DepartureCases = later(() => import('./departure-cases.tsx').then((file) => file.DepartureCases))

export function Departures() {
  const { view } = useMinutes()
  return view.departing.length === 0 ? null : <DepartureCases />
}
