import { z } from 'zod'

const PNG = 'data:image/png;base64,'

/** A drawn signature as a form sends it, up to 64 KiB of picture; what kind of file it is the server looks at itself. */
export const drawnPicture = z
  .string()
  .max(PNG.length + 88_000)
  .startsWith(PNG)
  .transform((url) => Buffer.from(url.slice(PNG.length), 'base64'))
  .optional()
