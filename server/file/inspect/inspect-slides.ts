import 'server-only'
import { type Entry, fromBuffer, open, type ZipFile } from 'yauzl'
import type { FileProblem } from '@/domain/file/material-file'
import { entriesOf } from '../../zip-entries'
import { type Finding, refused } from './finding'
import { odfProblem } from './odf-rules'
import { ooxmlProblem, presentationProblem } from './ooxml-rules'
import { startsWith } from './signatures'
import { xmlShapeProblem } from './xml-shape'

const MOST_ENTRIES = 5000
/** A deck of 25 MB is mostly pictures, which hardly shrink: one that unpacks to more than this is an attack. */
const MOST_UNPACKED_BYTES = 250 * 1024 * 1024
/** The maximum size of one XML part, and of all of them. Their text is searched, which takes time. */
const LARGEST_TEXT_BYTES = 12 * 1024 * 1024
const MOST_TEXT_BYTES = 64 * 1024 * 1024
/** The maximum size of a workbook in the deck, which holds the numbers of a chart. */
const LARGEST_NESTED_BYTES = 16 * 1024 * 1024
const NESTED = /^(ppt|xl|word)\/embeddings\/[^/]+\.(xlsx|docx|pptx)$/i

const MACROS = /(^|\/)(vbaProject|vbaData|macrosignatures|(activex|basic|scripts)\/)/i
const DANGEROUS =
  /\.(exe|dll|com|scr|pif|msi|msp|cpl|bat|cmd|ps1|psm1|vb|vbs|vbe|js|jse|mjs|wsf|wsh|hta|chm|lnk|url|reg|inf|jar|class|py|sh|swf|html?|xht(ml)?|mht(ml)?|iso|img|dmg|app)$/i

/**
 * @see https://docs.oasis-open.org/office/OpenDocument/v1.3/ part 2, 3.3: the first entry, uncompressed, is the type.
 */
const ODP_START = 'mimetypeapplication/vnd.oasis.opendocument.presentation'

const TEXT = /\.(xml|rels|rdf|vml)$/i

type Kind = 'pptx' | 'odp' | 'nested'
type Seen = { names: Set<string>; bytes: number; textBytes: number }

/** Slides are ZIP archives. Every entry is unpacked and inspected, within limits on its real unpacked size. */
export async function inspectSlides(path: string, head: Buffer): Promise<Finding> {
  const type = head.toString('latin1', 30).startsWith(ODP_START) ? 'odp' : 'pptx'
  const zip = await opened(path).catch(() => null)
  if (!zip) return refused('broken')
  const problem = await problemOf(zip, type)
  return problem ? refused(problem) : { status: 'fine', type }
}

const OPTIONS = { lazyEntries: true, validateEntrySizes: true, strictFileNames: true } as const

function opened(from: string | Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile) => (error ? reject(error) : resolve(zip))
    if (typeof from === 'string') open(from, { ...OPTIONS, autoClose: false }, done)
    else fromBuffer(from, OPTIONS, done)
  })
}

async function problemOf(zip: ZipFile, kind: Kind): Promise<FileProblem | null> {
  const seen: Seen = { names: new Set(), bytes: 0, textBytes: 0 }
  try {
    for await (const entry of entriesOf(zip)) {
      const problem = countEntry(entry, seen) ?? (await entryProblem(zip, entry, kind))
      if (problem) return problem
    }
    return missing(seen.names, kind)
  } catch {
    // A damaged archive, a name that leaves its folder, or an entry that is larger than it says.
    return 'broken'
  } finally {
    zip.close()
  }
}

function missing(names: ReadonlySet<string>, kind: Kind): FileProblem | null {
  if (kind === 'odp') return names.has('content.xml') && names.has('meta-inf/manifest.xml') ? null : 'type'
  if (!names.has('[content_types].xml') || !names.has('_rels/.rels')) return 'type'
  return kind === 'nested' || names.has('ppt/presentation.xml') ? null : 'type'
}

function countEntry(entry: Entry, seen: Seen): FileProblem | null {
  const name = entry.fileName.toLowerCase()
  // Of two entries with one name, another program could read the one that was not looked at.
  if (seen.names.has(name)) return 'broken'
  seen.names.add(name)
  seen.bytes += entry.uncompressedSize
  if (seen.names.size > MOST_ENTRIES || seen.bytes > MOST_UNPACKED_BYTES) return 'unpacked'
  if (TEXT.test(name)) seen.textBytes += entry.uncompressedSize
  if (seen.textBytes > MOST_TEXT_BYTES) return 'unpacked'
  if (entry.isEncrypted()) return 'encrypted'
  if (MACROS.test(entry.fileName)) return 'macros'
  return DANGEROUS.test(entry.fileName) ? 'embedded' : null
}

async function entryProblem(zip: ZipFile, entry: Entry, kind: Kind): Promise<FileProblem | null> {
  const { fileName: name, uncompressedSize: size } = entry
  if (name.endsWith('/')) return null
  if (TEXT.test(name)) {
    return size > LARGEST_TEXT_BYTES ? 'unpacked' : textProblem(name, await contentOf(zip, entry), kind)
  }
  if (NESTED.test(name) && kind === 'pptx') return nestedProblem(zip, entry)
  const head = await headOf(zip, entry)
  const holdsFile = (['program', 'ole', 'zip', 'pdf'] as const).some((one) => startsWith(head, one))
  return holdsFile ? 'embedded' : null
}

/** A workbook in a deck is checked like the deck, and must not hold another one. */
async function nestedProblem(zip: ZipFile, entry: Entry): Promise<FileProblem | null> {
  if (entry.uncompressedSize > LARGEST_NESTED_BYTES) return 'unpacked'
  const bytes = await contentOf(zip, entry)
  if (!startsWith(bytes, 'zip')) return 'embedded'
  return problemOf(await opened(bytes), 'nested')
}

function textProblem(name: string, bytes: Buffer, kind: Kind): FileProblem | null {
  const text = utf8(bytes)
  // A document type could make a part load others or grow without end. Office and LibreOffice write none.
  if (text === null || /<!(DOCTYPE|ENTITY)/i.test(text)) return 'broken'
  // Drawings of old versions of Office (VML) are not always well-formed.
  const shape = xmlShapeProblem(text, { strict: !/\.vml$/i.test(name) })
  if (shape) return shape
  if (kind === 'odp') return odfProblem(name, text)
  return ooxmlProblem(name, text) ?? (kind === 'pptx' ? presentationProblem(name, text) : null)
}

/** Null for another encoding, in which the rules would not find what they look for. */
function utf8(bytes: Buffer): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8'
    return text.includes('\0') || !/^(utf-8|us-ascii)$/i.test(declared) ? null : text
  } catch {
    return null
  }
}

async function contentOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await streamOf(zip, entry)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Unpacks all of it, so that its true size is known, and keeps the first bytes. */
async function headOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  let head = Buffer.alloc(0)
  for await (const piece of await streamOf(zip, entry)) {
    if (head.length < 16) head = Buffer.concat([head, piece.subarray(0, 16)])
  }
  return head
}

function streamOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)))
  })
}
