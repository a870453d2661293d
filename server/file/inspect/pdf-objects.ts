import 'server-only'
import {
  ParseSpeeds,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'
import type { FileProblem } from '@/domain/file/material-file'

/** Deeper nesting of arrays and dictionaries, or a longer chain of actions, is not found in honest files. */
const DEEPEST = 60

/**
 * Reads every object of a PDF, those in object streams too, and returns why it is refused; null if it is fine. An action
 * is refused unless it is one of the few that only move the reader in the document, or open a web page on a click.
 */
export async function pdfObjectsProblem(bytes: Uint8Array): Promise<FileProblem | null> {
  const context = await contextOf(bytes)
  if (!context) return 'broken'
  for (const [, object] of context.enumerateIndirectObjects()) {
    const problem = objectProblem(object, context, 0)
    if (problem) return problem
  }
  return null
}

/** Null for a file that the library cannot read: a viewer may guess what it means, and so run what nobody saw. */
async function contextOf(bytes: Uint8Array): Promise<PDFContext | null> {
  try {
    const options = { throwOnInvalidObject: true, updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
    return (await PDFDocument.load(bytes, options)).context
  } catch {
    return null
  }
}

function objectProblem(object: PDFObject, context: PDFContext, depth: number): FileProblem | null {
  if (depth > DEEPEST) return 'broken'
  if (object instanceof PDFStream) return streamProblem(object.dict) ?? objectProblem(object.dict, context, depth + 1)
  if (object instanceof PDFDict) {
    const problem = dictionaryProblem(object, context)
    if (problem) return problem
  }
  const inner = object instanceof PDFDict ? object.values() : object instanceof PDFArray ? object.asArray() : []
  for (const value of inner) {
    const problem = objectProblem(value, context, depth + 1)
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

function dictionaryProblem(dictionary: PDFDict, context: PDFContext): FileProblem | null {
  for (const [problem, ...keys] of KEYS) if (has(dictionary, ...keys)) return problem
  if (nameAt(dictionary, 'FS') === 'URL') return 'external'
  if (has(dictionary, 'Rect') && has(dictionary, 'Subtype')) {
    const problem = ANNOTATIONS[nameAt(dictionary, 'Subtype') ?? '']
    if (problem) return problem
  }
  // An action may stand where no viewer of today looks for it.
  const refused = REFUSED[nameAt(dictionary, 'S') ?? '']
  return refused ?? actionsProblem(dictionary, context)
}

function actionsProblem(dictionary: PDFDict, context: PDFContext): FileProblem | null {
  const at = (key: string) => dictionary.lookup(PDFName.of(key))
  const triggers = at('AA')
  const opened = [at('OpenAction'), ...(triggers instanceof PDFDict ? triggers.values() : [])]
  for (const action of opened) {
    const problem = actionProblem(context.lookup(action), context, { clicked: false })
    if (problem) return problem
  }
  for (const key of ['A', 'PA']) {
    const action = at(key)
    // Elements of structure have attributes under this key, which have no `S`.
    const isAction = action instanceof PDFDict && has(action, 'S')
    const problem = isAction ? actionProblem(action, context, { clicked: true }) : null
    if (problem) return problem
  }
  return null
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

/** A destination, which is an array or a name, only moves the reader. @param clicked she clicks; else it runs by itself */
function actionProblem(
  action: PDFObject | undefined,
  context: PDFContext,
  { clicked, depth = 0 }: { clicked: boolean; depth?: number },
): FileProblem | null {
  if (depth > DEEPEST) return 'broken'
  if (!(action instanceof PDFDict)) return null
  const problem = singleProblem(action, clicked)
  if (problem) return problem
  const next = action.lookup(PDFName.of('Next'))
  for (const one of next instanceof PDFArray ? next.asArray() : [next]) {
    const found = actionProblem(context.lookup(one), context, { clicked, depth: depth + 1 })
    if (found) return found
  }
  return null
}

function singleProblem(action: PDFDict, clicked: boolean): FileProblem | null {
  const kind = nameAt(action, 'S') ?? ''
  // A destination may be a dictionary too: `D` without `S`.
  if (kind === 'GoTo' || (kind === '' && has(action, 'D'))) return null
  if (kind === 'Named') return MOVES.includes(nameAt(action, 'N') ?? '') ? null : 'action'
  if (kind === 'URI') return clicked && WEB.test(textAt(action, 'URI')) ? null : 'external'
  return REFUSED[kind] ?? 'action'
}

const has = (dictionary: PDFDict, ...keys: string[]) => keys.some((key) => dictionary.has(PDFName.of(key)))

function nameAt(dictionary: PDFDict, key: string): string | null {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : null
}

function textAt(dictionary: PDFDict, key: string): string {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}
