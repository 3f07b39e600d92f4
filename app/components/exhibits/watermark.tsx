import { useDateTime } from '#app/components/ui/date-time.tsx'
import classes from './exhibit.module.css'

/** Longer names would run into the next mark. */
const MOST_CHARACTERS = 40
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function picture(words: string): string {
  const text = [...words]
    .slice(0, MOST_CHARACTERS)
    .join('')
    .replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? '')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="150"><text x="180" y="80" text-anchor="middle" transform="rotate(-18 180 75)" font-family="sans-serif" font-size="15" fill="rgb(90,90,90)" fill-opacity=".26">${text}</text></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/**
 * Who looks, from which unit and since when, over everything that is shown: a photograph of the screen tells whose it was. A
 * picture and no text, so that it is neither read aloud nor in the way of selecting.
 */
export function Watermark({ who, since }: { who: string; since: string }) {
  const dateTime = useDateTime()
  return (
    <div
      className={classes.watermark}
      style={{ backgroundImage: picture(`${who} ${dateTime(since)}`) }}
      aria-hidden="true"
      data-testid="watermark"
    />
  )
}
