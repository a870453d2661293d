import 'server-only'
import { crc32 } from 'node:zlib'
import { directionOf } from '@/domain/locale'
import type { Written } from './material-plans'

const TYPE = 'application/vnd.oasis.opendocument.presentation'
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const XML = '<?xml version="1.0" encoding="UTF-8"?>'

/** A slide that LibreOffice can open: in the archive, `mimetype` comes first and nothing is compressed. */
export function writeOdp({ locale, title, paragraphs, points }: Written): Buffer {
  const frame = (y: number, lines: readonly string[]) =>
    `<draw:frame svg:x="2cm" svg:y="${y}cm" svg:width="24cm" svg:height="4cm"><draw:text-box>${lines
      .map((line) => `<text:p text:style-name="words">${escaped(line)}</text:p>`)
      .join('')}</draw:text-box></draw:frame>`
  const mode = directionOf(locale) === 'rtl' ? 'rl-tb' : 'lr-tb'
  const style = `<style:style style:name="words" style:family="paragraph"><style:paragraph-properties style:writing-mode="${mode}"/><style:text-properties fo:language="${locale}" fo:font-size="24pt"/></style:style>`
  const page = `<draw:page draw:name="${escaped(title)}">${frame(2, [title])}${frame(6, [...paragraphs, ...points])}</draw:page>`
  const content = `${XML}<office:document-content ${namespaces('office', 'style', 'text')} xmlns:draw="${ODF}:drawing:1.0" xmlns:svg="${ODF}:svg-compatible:1.0" xmlns:fo="${ODF}:xsl-fo-compatible:1.0" office:version="1.3"><office:automatic-styles>${style}</office:automatic-styles><office:body><office:presentation>${page}</office:presentation></office:body></office:document-content>`
  const manifest = `${XML}<manifest:manifest ${namespaces('manifest')} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`
  return zip({ mimetype: TYPE, 'content.xml': content, 'META-INF/manifest.xml': manifest })
}

const namespaces = (...names: string[]) => names.map((name) => `xmlns:${name}="${ODF}:${name}:1.0"`).join(' ')

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** 1 January 1980, the first day that an archive can name. */
const FIRST_DAY = 0x21

/** An archive whose parts are stored as they are. @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zip(parts: Readonly<Record<string, string>>): Buffer {
  const [locals, central]: Buffer[][] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const [named, data] = [Buffer.from(name), Buffer.from(text)]
    // Version 2.0, UTF-8 names, stored, midnight.
    const facts = words(
      [20, 2],
      [0x800, 2],
      [0, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(data), 4],
      [data.length, 4],
      [data.length, 4],
      [named.length, 2],
      [0, 2],
    )
    const local = Buffer.concat([words([0x04034b50, 4]), facts, named, data])
    locals?.push(local)
    central?.push(words([0x02014b50, 4], [20, 2]), facts, words([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), named)
    offset += local.length
  }
  const directory = Buffer.concat(central ?? [])
  const count = Object.keys(parts).length
  const end = words([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [directory.length, 4], [offset, 4], [0, 2])
  return Buffer.concat([...(locals ?? []), directory, end])
}

/** Unsigned integers of the given lengths in bytes, little-endian. */
function words(...numbers: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, bytes]) => {
      const word = Buffer.alloc(bytes)
      word.writeUIntLE(value, 0, bytes)
      return word
    }),
  )
}
