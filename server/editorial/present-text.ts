import 'server-only'
import type { Course } from '@/domain/course/course'
import type { EditorialText } from '@/domain/editorial/text'
import type { TextBlock } from '@/domain/editorial/text-block'
import { AppError } from '@/domain/errors'
import type { Library } from '@/domain/library/library'
import { nameOfText, type TextKey } from '@/domain/signoff/text-key'
import type { Root } from '../content/disk'
import { library } from '../content/library'
import { currentRelease } from '../content/releases'
import { type Candidate, candidateTexts } from './candidate'
import { blocksInCourse, blocksInLibrary } from './text-content'
import { editorialTexts } from './texts'

/** A text as it is now, with its blocks and the law that it cites. */
export type PresentText = EditorialText & {
  blocks: readonly TextBlock[]
  /** It is from the open candidate and is not published in this form. */
  draft: boolean
  /** The day (ISO) whose law it cites. */
  readOn: string
  source: TextSource
}

/** Where a text comes from: a release or the library, as published or as in the open candidate. */
export type TextSource = {
  /** The cache key of what is rendered: another id for other content. A preview has `typed` and is not cached. */
  id: string
  /** The files in which it is written. */
  files: Root
} & ({ course: Course; law: Course } | { course: null; law: Library })

/** A day after every version of a provision: the library is read in its newest state. */
const NEWEST = '9999-12-31'

/** @throws {AppError} not-found */
export async function presentText(key: TextKey): Promise<PresentText> {
  const { byName, drafts } = await editorialTexts()
  const text = byName.get(nameOfText(key))
  if (!text) throw new AppError('not-found', `text ${nameOfText(key)}`)
  const draft = drafts.has(nameOfText(key))
  const source = await sourceOf(text, draft ? await candidateTexts() : null)
  const blocks = source?.course ? blocksInCourse(source.course, key) : source && blocksInLibrary(source.law, key)
  if (!source || !blocks) throw new AppError('not-found', `blocks of ${nameOfText(key)}`)
  return { ...text, blocks, draft, readOn: source.course?.file.lawDate ?? NEWEST, source }
}

async function sourceOf({ course: of }: EditorialText, candidate: Candidate | null): Promise<TextSource | null> {
  const files = candidate?.files ?? process.cwd()
  if (!of) return { id: candidate?.id ?? 'library', files, course: null, law: candidate?.library ?? library() }
  const drafted = candidate?.courses.get(of.id)
  if (candidate && drafted) return { id: candidate.id, files, course: drafted, law: drafted }
  const release = await currentRelease(of.id)
  return release && { id: release.id, files: process.cwd(), course: release.course, law: release.course }
}
