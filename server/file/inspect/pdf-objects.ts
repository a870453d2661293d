import 'server-only'
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { FileProblem } from '@/domain/file/material-file'
import { type Definitions, definitionsIn } from './pdf-definitions'

/** Deeper nesting of arrays and dictionaries, or a longer chain of actions, is not found in honest files. */
const DEEPEST = 60

/**
 * Reads every object of a PDF, those in object streams too, and returns why it is refused; null if it is fine. An action
 * is refused unless it is one of the few that only move the reader in the document, or open a web page on a click.
 */
export async function pdfObjectsProblem(bytes: Buffer): Promise<FileProblem | null> {
  const defined = await readDefinitions(bytes)
  if (!defined) return 'broken'
  const inspection = { of: defined.of, clicked: new Set<PDFDict>(), opened: new Set<PDFDict>() }
  for (const object of defined.all) {
    const problem = objectProblem(object, inspection, 0)
    if (problem) return problem
  }
  return null
}

/** `clicked`, `opened`: the actions that were found to be fine if she clicks them, or if they run by themselves. */
type Inspection = Pick<Definitions, 'of'> & { clicked: Set<PDFDict>; opened: Set<PDFDict> }

/** Null for a file that the library cannot read: a viewer may guess what it means, and so run what nobody saw. */
async function readDefinitions(bytes: Buffer): Promise<Definitions | null> {
  try {
    const options = { throwOnInvalidObject: true, updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
    return await definitionsIn(bytes, (await PDFDocument.load(bytes, options)).context)
  } catch {
    return null
  }
}

function objectProblem(object: PDFObject, inspection: Inspection, depth: number): FileProblem | null {
  if (depth > DEEPEST) return 'broken'
  if (object instanceof PDFStream)
    return streamProblem(object.dict) ?? objectProblem(object.dict, inspection, depth + 1)
  if (object instanceof PDFDict) {
    const problem = dictionaryProblem(object, inspection)
    if (problem) return problem
  }
  const inner = object instanceof PDFDict ? object.values() : object instanceof PDFArray ? object.asArray() : []
  for (const value of inner) {
    const problem = objectProblem(value, inspection, depth + 1)
    if (problem) return problem
  }
  return null
}

/** Data that stands in another file, or a page of one. @see ISO 32000-1, 7.3.8.2 and 8.10.4 */
function streamProblem(dictionary: PDFDict): FileProblem | null {
  return has(dictionary, 'F', 'FFilter', 'Ref', 'OPI') ? 'external' : null
}

/** What a dictionary holds that is refused wherever it stands. The names of annotations are those of their types. */
const KEYS: readonly (readonly [FileProblem, ...string[]])[] = [
  ['active', 'JavaScript', 'JS', 'XFA'],
  ['embedded', 'EmbeddedFiles', 'EF'],
  ['media', 'Renditions', 'RichMediaContent', 'RichMediaSettings'],
]
const ANNOTATIONS: Readonly<Record<string, FileProblem>> = {
  FileAttachment: 'embedded',
  Movie: 'media',
  Sound: 'media',
  Screen: 'media',
  '3D': 'media',
  RichMedia: 'media',
}

function dictionaryProblem(dictionary: PDFDict, inspection: Inspection): FileProblem | null {
  for (const [problem, ...keys] of KEYS) if (has(dictionary, ...keys)) return problem
  const names = (key: string) => namesAt(dictionary, key, inspection)
  if (names('FS').includes('URL')) return 'external'
  if (has(dictionary, 'Rect') && has(dictionary, 'Subtype')) {
    const problem = firstProblem(names('Subtype'), (name) => ANNOTATIONS[name] ?? null)
    if (problem) return problem
  }
  // An action may stand where no viewer of today looks for it.
  return firstProblem(names('S'), (name) => REFUSED[name] ?? null) ?? actionsProblem(dictionary, inspection)
}

function actionsProblem(dictionary: PDFDict, inspection: Inspection): FileProblem | null {
  const at = (key: string) => valuesAt(dictionary, key, inspection)
  const triggers = at('AA').flatMap((each) => (each instanceof PDFDict ? each.values() : []))
  const opened = [...at('OpenAction'), ...triggers.flatMap(inspection.of)]
  // Elements of structure have attributes under this key, which have no `S`.
  const clicked = ['A', 'PA'].flatMap(at).filter((each) => each instanceof PDFDict && has(each, 'S'))
  return (
    firstProblem(opened, (action) => actionProblem(action, inspection, { run: 'opened' })) ??
    firstProblem(clicked, (action) => actionProblem(action, inspection, { run: 'clicked' }))
  )
}

/** Why each action is refused. Any other one, except those that `actionProblem` allows, is refused as `action`. */
const REFUSED: Readonly<Record<string, FileProblem>> = {
  JavaScript: 'active',
  Launch: 'active',
  SubmitForm: 'active',
  ImportData: 'active',
  GoToR: 'external',
  GoToE: 'embedded',
  Movie: 'media',
  Sound: 'media',
  Rendition: 'media',
  GoTo3DView: 'media',
  RichMediaExecute: 'media',
}
const MOVES = ['NextPage', 'PrevPage', 'FirstPage', 'LastPage']
const WEB = /^(https?:\/\/|mailto:|tel:)/i

/** A destination, which is an array or a name, only moves the reader. @param run she clicks it, or it runs by itself */
function actionProblem(
  action: PDFObject,
  inspection: Inspection,
  { run, depth = 0 }: { run: 'clicked' | 'opened'; depth?: number },
): FileProblem | null {
  if (depth > DEEPEST) return 'broken'
  if (!(action instanceof PDFDict) || inspection[run].has(action)) return null
  const kinds = namesAt(action, 'S', inspection)
  const next = valuesAt(action, 'Next', inspection).flatMap((one) => (one instanceof PDFArray ? one.asArray() : [one]))
  const problem =
    firstProblem(kinds.length > 0 ? kinds : [''], (kind) => singleProblem(action, kind, { run, inspection })) ??
    firstProblem(next.flatMap(inspection.of), (one) => actionProblem(one, inspection, { run, depth: depth + 1 }))
  if (!problem) inspection[run].add(action)
  return problem
}

type Run = { run: 'clicked' | 'opened'; inspection: Inspection }

function singleProblem(action: PDFDict, kind: string, { run, inspection }: Run): FileProblem | null {
  // A destination may be a dictionary too: `D` without `S`.
  if (kind === 'GoTo' || (kind === '' && has(action, 'D'))) return null
  if (kind === 'Named') return all(namesAt(action, 'N', inspection), (name) => MOVES.includes(name)) ? null : 'action'
  if (kind === 'URI') {
    const addresses = valuesAt(action, 'URI', inspection).map(textOf)
    return run === 'clicked' && all(addresses, (address) => WEB.test(address)) ? null : 'external'
  }
  return REFUSED[kind] ?? 'action'
}

function firstProblem<T>(values: readonly T[], problemOf: (value: T) => FileProblem | null): FileProblem | null {
  for (const value of values) {
    const problem = problemOf(value)
    if (problem) return problem
  }
  return null
}

/** Whether there are values, and each is as asked. */
const all = <T>(values: readonly T[], isAsAsked: (value: T) => boolean) => values.length > 0 && values.every(isAsAsked)

const has = (dictionary: PDFDict, ...keys: string[]) => keys.some((key) => dictionary.has(PDFName.of(key)))

/** What stands under a key; several values if it refers to an object with several definitions. */
const valuesAt = (dictionary: PDFDict, key: string, { of }: Inspection) => of(dictionary.get(PDFName.of(key)))

const namesAt = (dictionary: PDFDict, key: string, inspection: Inspection) =>
  valuesAt(dictionary, key, inspection).flatMap((value) => (value instanceof PDFName ? [value.decodeText()] : []))

const textOf = (value: PDFObject) =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
