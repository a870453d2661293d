import type { FilmFacts } from './video'

type Box = { type: string; from: number; to: number }

/** The facts in the header of an MP4 file; null if the bytes are no MP4 film. @see ISO/IEC 14496-12 */
export function readMp4(bytes: Uint8Array): FilmFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const movie = boxesIn(view, 0, view.byteLength).find(({ type }) => type === 'moov')
    const parts = movie ? boxesIn(view, movie.from, movie.to) : []
    const header = parts.find(({ type }) => type === 'mvhd')
    const tracks = parts.filter(({ type }) => type === 'trak').map((track) => readTrack(view, track))
    const picture = tracks.find(({ handler }) => handler === 'vide')
    if (!header || !picture) return null
    const { width, height } = picture
    return {
      seconds: secondsOf(view, header),
      width,
      height,
      hasSound: tracks.some(({ handler }) => handler === 'soun'),
    }
  } catch (error) {
    // A number was read beyond the end: the file is cut off.
    if (error instanceof RangeError) return null
    throw error
  }
}

function boxesIn(view: DataView, from: number, to: number): Box[] {
  const boxes: Box[] = []
  let at = from
  while (at + 8 <= to) {
    const short = view.getUint32(at)
    const long = short === 1
    const size = long ? Number(view.getBigUint64(at + 8)) : short || to - at
    if (size < 8) break
    boxes.push({ type: textAt(view, at + 4), from: at + (long ? 16 : 8), to: at + size })
    at += size
  }
  return boxes
}

/** Units per second, then the length in units, follow two dates, of 4 bytes each or, in version 1, of 8. */
function secondsOf(view: DataView, { from }: Box): number {
  const long = view.getUint8(from) === 1
  const units = view.getUint32(from + (long ? 20 : 12))
  const length = long ? Number(view.getBigUint64(from + 24)) : view.getUint32(from + 16)
  return length / units
}

function readTrack(view: DataView, track: Box) {
  const parts = boxesIn(view, track.from, track.to)
  const header = parts.find(({ type }) => type === 'tkhd')
  const media = parts.find(({ type }) => type === 'mdia')
  const handler = media && boxesIn(view, media.from, media.to).find(({ type }) => type === 'hdlr')
  // Width and height are the last fields of the header, as 16.16 fixed-point numbers.
  const sizeAt = (back: number) => (header ? view.getUint32(header.to - back) / 0x10000 : 0)
  return { handler: handler ? textAt(view, handler.from + 8) : '', width: sizeAt(8), height: sizeAt(4) }
}

function textAt(view: DataView, at: number): string {
  return [0, 1, 2, 3].map((offset) => String.fromCharCode(view.getUint8(at + offset))).join('')
}
