import type { FilmFacts } from './video'

/** The elements that are read, by their id. */
const ID = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  kind: 0x83,
  picture: 0xe0,
  width: 0xb0,
  height: 0xba,
} as const
/** The types of a track. */
const PICTURES = 1
const SOUND = 2
const NANOSECONDS = 1e9

type Part = { id: number; from: number; to: number }

/** The facts in the header of a WebM file; null if the bytes are no WebM film. @see RFC 8794 and RFC 9559 */
export function readWebm(bytes: Uint8Array): FilmFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const segment = partsIn(view, 0, view.byteLength).find(({ id }) => id === ID.segment)
    const parts = segment ? partsIn(view, segment.from, segment.to) : []
    const info = inside(view, parts, ID.info)
    const tracks = inside(view, parts, ID.tracks).filter(({ id }) => id === ID.track)
    const fields = tracks.map((track) => partsIn(view, track.from, track.to))
    const picture = fields.find((track) => numberIn(view, track, ID.kind) === PICTURES)
    const length = info.find(({ id }) => id === ID.duration)
    if (!picture || !length) return null
    const size = inside(view, picture, ID.picture)
    return {
      seconds: (floatAt(view, length) * (numberIn(view, info, ID.scale) ?? 1e6)) / NANOSECONDS,
      width: numberIn(view, size, ID.width) ?? 0,
      height: numberIn(view, size, ID.height) ?? 0,
      hasSound: fields.some((track) => numberIn(view, track, ID.kind) === SOUND),
    }
  } catch (error) {
    // A number was read beyond the end: the file is cut off.
    if (error instanceof RangeError) return null
    throw error
  }
}

function partsIn(view: DataView, from: number, to: number): Part[] {
  const parts: Part[] = []
  let at = from
  while (at + 2 <= to) {
    const idWidth = widthAt(view, at)
    const sizeAt = at + idWidth
    const sizeWidth = widthAt(view, sizeAt)
    if (idWidth > 4 || sizeWidth > 8) break
    const first = sizeAt + sizeWidth
    const end = isUnknownSize(view, sizeAt, sizeWidth) ? to : first + sizeIn(view, sizeAt, sizeWidth)
    parts.push({ id: unsignedAt(view, at, idWidth), from: first, to: end })
    at = end
  }
  return parts
}

function inside(view: DataView, parts: readonly Part[], id: number): Part[] {
  const part = parts.find((each) => each.id === id)
  return part ? partsIn(view, part.from, part.to) : []
}

/** The number of bytes of a variable-width number: the leading zero bits of its first byte, plus one. */
function widthAt(view: DataView, at: number): number {
  return Math.clz32(view.getUint8(at)) - 23
}

/** The value without the marker bit: the first bit that is set only encodes the width. */
function sizeIn(view: DataView, at: number, width: number): number {
  return (view.getUint8(at) % 2 ** (8 - width)) * 256 ** (width - 1) + unsignedAt(view, at + 1, width - 1)
}

/** A size with all bits set means “unknown”: the element extends to the end. */
function isUnknownSize(view: DataView, at: number, width: number): boolean {
  const first = view.getUint8(at) === 2 ** (9 - width) - 1
  return (
    first &&
    Array.from({ length: width - 1 }, (_, place) => view.getUint8(at + 1 + place)).every((byte) => byte === 255)
  )
}

function unsignedAt(view: DataView, at: number, width: number): number {
  let value = 0
  for (let offset = 0; offset < width; offset++) value = value * 256 + view.getUint8(at + offset)
  return value
}

function numberIn(view: DataView, parts: readonly Part[], id: number): number | null {
  const part = parts.find((each) => each.id === id)
  return part ? unsignedAt(view, part.from, part.to - part.from) : null
}

function floatAt(view: DataView, { from, to }: Part): number {
  return to - from === 4 ? view.getFloat32(from) : view.getFloat64(from)
}
