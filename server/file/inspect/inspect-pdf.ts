import 'server-only'
import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import type { FileProblem } from '@/domain/file/material-file'
import { type Finding, refused } from './finding'
import { inflateText } from './inflate-text'
import { pdfObjectsProblem } from './pdf-objects'

// What a viewer would run, open or send by itself. Each name is long enough not to occur in compressed bytes by chance.
const ACTIVE = /\/(JavaScript|Launch|Rendition|RichMedia|SubmitForm|ImportData|XFA)(?![A-Za-z0-9])/
const EMBEDDED = /\/(EmbeddedFiles?|GoToE)(?![A-Za-z0-9])/
const ENCRYPTED = /\/Encrypt(?![A-Za-z0-9])/
/** An object stream holds compressed objects. Its data must begin within `LONGEST_DICTIONARY` characters. */
const OBJECT_STREAM = /\/ObjStm(?![A-Za-z0-9])/g
const LONGEST_DICTIONARY = 2048
/** The only filter that is accepted for an object stream. Ordinary programs use it or none. */
const PLAIN_FILTER = /\/Filter\s*(\/FlateDecode|\[\s*\/FlateDecode\s*\])(?![A-Za-z0-9])/
const OTHER_FILTERS = /\/(Filter|DecodeParms|DP|F|FFilter|FDecodeParms)(?![A-Za-z0-9])/
/** The maximum total size of the unpacked parts. */
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024

/**
 * Inspects a PDF twice: its bytes are searched for names of active content and of embedded files, also if they are
 * written with escapes or are in any stream, since viewers also read objects that the file does not refer to; then
 * each object is read as the format says. A file that is encrypted, or compressed in an unusual way, is refused.
 */
export async function inspectPdf(path: string): Promise<Finding> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  if (!/startxref\s+\d+\s+%%EOF/.test(text.slice(-2048))) return refused('broken')
  const problem =
    problemIn(text) ??
    hiddenObjects(withoutEscapes(text)) ??
    (await problemInStreams(bytes, text)) ??
    packedProblem(bytes, text) ??
    (await pdfObjectsProblem(bytes))
  return problem ? refused(problem) : { status: 'fine', type: 'pdf' }
}

function problemIn(text: string): FileProblem | null {
  const names = withoutEscapes(text)
  if (ENCRYPTED.test(names)) return 'encrypted'
  if (ACTIVE.test(names)) return 'active'
  return EMBEDDED.test(names) ? 'embedded' : null
}

/** `/J#61vaScript` is the same name as `/JavaScript`. */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** An object stream whose data cannot be found or unpacked could hold anything. */
function hiddenObjects(text: string): FileProblem | null {
  for (const { index } of text.matchAll(OBJECT_STREAM)) {
    const after = text.slice(index, index + LONGEST_DICTIONARY)
    const end = after.search(/\bstream\r?\n/)
    if (end < 0) return 'encrypted'
    const before = text.slice(Math.max(0, index - LONGEST_DICTIONARY), index)
    const start = before.search(/\d\s+obj\b(?![\s\S]*\d\s+obj\b)/)
    const dictionary = before.slice(Math.max(0, start)) + after.slice(0, end)
    if (OTHER_FILTERS.test(dictionary.replace(PLAIN_FILTER, ''))) return 'encrypted'
  }
  return null
}

const STREAM = /stream(\r\n|\n|\r)/g

/** Streams that the library unpacks whole: of objects, and of references to them. */
const UNPACKED = /\/(ObjStm|XRef)(?![A-Za-z0-9])/g
/** The maximum size of all of them, unpacked: the library keeps several copies of what they hold. */
const MOST_OBJECT_BYTES = 40 * 1024 * 1024

/** A stream of objects or references that does not unpack cleanly: viewers differ in what they read of it. */
function packedProblem(bytes: Buffer, text: string): FileProblem | null {
  // No program writes these names with escapes, and the places are those of the bytes.
  if (countIn(withoutEscapes(text)) !== countIn(text)) return 'encrypted'
  let left = MOST_OBJECT_BYTES
  for (const { index, 1: type } of text.matchAll(UNPACKED)) {
    const after = text.slice(index, index + LONGEST_DICTIONARY)
    const [keyword] = /\bstream\r?\n/.exec(after) ?? []
    const start = index + after.indexOf(keyword ?? '') + (keyword?.length ?? 0)
    const dictionary = text.slice(Math.max(0, index - LONGEST_DICTIONARY), start)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'))
    if (!PLAIN_FILTER.test(own)) {
      if (type === 'XRef' && /\/Filter(?![A-Za-z0-9])/.test(own)) return 'encrypted'
      continue
    }
    try {
      left -= inflateSync(bytes.subarray(start), { maxOutputLength: left }).length
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacked' : 'broken'
    }
    if (left <= 0) return 'unpacked'
  }
  return null
}

const countIn = (text: string) => text.match(UNPACKED)?.length ?? 0

/** Unpacks and searches each stream, whatever its dictionary says of it. */
async function problemInStreams(bytes: Buffer, text: string): Promise<FileProblem | null> {
  let left = MOST_UNPACKED_BYTES
  for (const { index, 0: keyword } of text.matchAll(STREAM)) {
    if (text.endsWith('end', index)) continue
    const unpacked = await inflateText(bytes.subarray(index + keyword.length), left, mayHoldObjects)
    if (unpacked === null) continue
    left -= unpacked.length
    if (left <= 0) return 'unpacked'
    const problem = problemIn(unpacked)
    if (problem) return problem
  }
  return null
}

/**
 * Compressed objects begin with pairs of numbers, after blanks or a comment at most; the pixels of a picture do not.
 */
function mayHoldObjects(head: string): boolean {
  return /^[\p{Cc}\s]*(\d+\s|%)/u.test(head)
}
