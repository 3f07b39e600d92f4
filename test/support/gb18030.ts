/** The signs of two bytes, found by reading all of them: there is a decoder everywhere and an encoder nowhere. */
const codes = new Map<string, readonly number[]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const sign = decoder.decode(Uint8Array.of(lead, trail))
    if (sign.length === 1) codes.set(sign, [lead, trail])
  }

/** A text as older Chinese offices write it. */
export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((sign) => codes.get(sign) ?? [sign.charCodeAt(0)]))
