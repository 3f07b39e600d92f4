import { useDateTime } from '#app/components/ui/date-time.tsx'
import classes from './exhibit.module.css'

/** A line of the mark; a longer one would run into the next mark. Unit names in full are twice as long. */
const LINE = 20
const LINE_HEIGHT = 20
const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** Who, over two lines, and since when, over a third: none of the three may be cut off by the other. */
function linesOf(who: string, since: string): readonly string[] {
  const signs = [...who]
  const [first, second] = [signs.slice(0, LINE), signs.slice(LINE, 2 * LINE)]
  return [first.join(''), second.join(''), since].filter(Boolean)
}

function picture(lines: readonly string[]): string {
  const text = lines
    .map((line, index) => {
      const words = line.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? '')
      return `<tspan x="180" dy="${String(index === 0 ? 0 : LINE_HEIGHT)}">${words}</tspan>`
    })
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="190"><text x="180" y="75" text-anchor="middle" transform="rotate(-18 180 95)" font-family="sans-serif" font-size="15" fill="rgb(90,90,90)" fill-opacity=".26">${text}</text></svg>`
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
      style={{ backgroundImage: picture(linesOf(who, dateTime(since))) }}
      aria-hidden="true"
      data-testid="watermark"
    />
  )
}
