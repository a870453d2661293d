/** The properties of a film. The functions below build files with headers that state them, but without pictures. */
type Film = { seconds: number; width: number; height: number; hasSound: boolean }

const UNITS_PER_SECOND = 1000

export function mp4Bytes({ seconds, width, height, hasSound }: Film, { long = false } = {}): Uint8Array<ArrayBuffer> {
  const dates = (count: number) => new Uint8Array(long ? count * 8 : count * 4)
  const length = long ? number(seconds * UNITS_PER_SECOND, 8) : number(seconds * UNITS_PER_SECOND, 4)
  const version = number(long ? 1 : 0, 1)
  const header = box('mvhd', version, number(0, 3), dates(2), number(UNITS_PER_SECOND, 4), length, number(0, 80))
  const track = (handler: string, ...size: number[]) =>
    box(
      'trak',
      box('tkhd', number(0, 76), ...[0, 1].map((side) => number((size[side] ?? 0) * 0x10000, 4))),
      box('mdia', box('hdlr', number(0, 8), ascii(handler), number(0, 13))),
    )
  const sound = hasSound ? [track('soun')] : []
  return joined(
    box('ftyp', ascii('isom')),
    box('moov', header, ...sound, track('vide', width, height)),
    // A size of zero means: to the end of the file.
    joined(number(0, 4), ascii('mdat'), number(0, 9)),
  )
}

export function webmBytes({ seconds, width, height, hasSound }: Film): Uint8Array<ArrayBuffer> {
  const duration = new Uint8Array(8)
  new DataView(duration.buffer).setFloat64(0, seconds * UNITS_PER_SECOND)
  const picture = element(0xe0, element(0xb0, number(width, 2)), element(0xba, number(height, 2)))
  const sound = hasSound ? [element(0xae, element(0x83, number(2, 1)))] : []
  return joined(
    element(0x1a45dfa3, element(0x4282, ascii('webm'))),
    // The segment has no known size, as in a live recording.
    number(0x18538067, 4),
    Uint8Array.of(1, 255, 255, 255, 255, 255, 255, 255),
    element(0x1549a966, element(0x2ad7b1, number(1e6, 3)), element(0x4489, duration)),
    element(0x1654ae6b, ...sound, element(0xae, element(0x83, number(1, 1)), picture)),
  )
}

export function webpBytes(size = 12): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  bytes.set(joined(ascii('RIFF'), number(size - 8, 4), ascii('WEBP')))
  return bytes
}

function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const inside = joined(...content)
  return joined(number(inside.length + 8, 4), ascii(type), inside)
}

function element(id: number, ...content: Uint8Array[]): Uint8Array {
  const inside = joined(...content)
  const width = Math.ceil((32 - Math.clz32(id)) / 8)
  return joined(number(id, width), number(0x4000 + inside.length, 2), inside)
}

/** Big-endian. */
function number(value: number, width: number): Uint8Array {
  const bytes = new Uint8Array(width)
  for (let at = width - 1, rest = value; at >= 0; at--, rest = Math.floor(rest / 256)) bytes[at] = rest % 256
  return bytes
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
