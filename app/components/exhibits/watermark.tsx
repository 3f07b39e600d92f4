import { useDateTime } from '#app/components/ui/date-time.tsx'
import classes from './exhibit.module.css'

const TIMES = Array.from({ length: 24 }, (_, place) => place)

/** Who looks, from which unit and since when, over everything that is shown: a photograph of the screen tells whose it was. */
export function Watermark({ who, since }: { who: string; since: string }) {
  const dateTime = useDateTime()
  return (
    <div className={classes.watermark} aria-hidden="true" data-testid="watermark">
      {TIMES.map((place) => (
        <span key={place}>
          {who} {dateTime(since)}
        </span>
      ))}
    </div>
  )
}
