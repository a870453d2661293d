import 'server-only'
import type { Finding } from '@/domain/course/checks/finding'
import type { FileChange } from '@/domain/editorial/proposal'
import type { TextBlock } from '@/domain/editorial/text-block'
import type { Locale } from '@/domain/locale'
import { isCourseKind } from '@/domain/signoff/text-key'
import type { Root } from '../../content/disk'
import type { PresentText } from '../present-text'
import { sourceFiles } from '../source-files'

/** A text with what its checks need of its course. It can be sent to a worker thread, which reads the rest itself. */
export type TypedText = Omit<PresentText, 'source' | 'blocks'> & {
  files: Root
  /** The lessons of its course; null for an entry of the library. */
  outline: readonly string[] | null
}
/** Changed and new files of a text. `wants`: what is to be made of them. */
export type ChangedText = {
  text: TypedText
  changes: readonly FileChange[]
  wants: { findings: boolean; preview: boolean }
}

/** A text as readers would see it: its blocks, and the HTML of each by language. */
export type TextPreview = {
  blocks: readonly TextBlock[]
  html: Readonly<Record<Locale, ReadonlyMap<string, string>>>
}
export type CheckedText = {
  /** What the checks find in the changes, sorted by line. Empty if it was not asked for. */
  findings: readonly Finding[]
  /** Null if the files cannot be read as a text, or it was not asked for. */
  preview: TextPreview | null
}

export function typedText({ source, blocks: _, ...text }: PresentText): TypedText {
  return { ...text, files: filesFor(source.files, text), outline: source.course?.file.outline ?? null }
}

/** Files in memory are those of a whole candidate: only the ones of the course, or of the entry, are sent. */
function filesFor(files: Root, { key }: Pick<PresentText, 'key'>): Root {
  if (typeof files === 'string') return files
  if (!isCourseKind(key.kind)) return sourceFiles(files, key)
  const folder = `courses/${key.id.split('/')[0]}/`
  return new Map([...files].filter(([path]) => path.startsWith(folder)))
}
