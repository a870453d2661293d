import 'server-only'
import type { EditorialText } from '@/domain/editorial/text'
import type { TextBlock } from '@/domain/editorial/text-block'
import { isCourseKind, type TextKey } from '@/domain/editorial/text-key'
import { AppError } from '@/domain/errors'
import type { LawStore } from '@/domain/library/library'
import { library } from '../content/library'
import { currentRelease, type LoadedRelease } from '../content/releases'
import { blocksInCourse, blocksInLibrary } from './text-content'
import { requireText } from './texts'

/** A text as it is published now, with its blocks and the law that it cites. */
export type PresentText = EditorialText & {
  blocks: readonly TextBlock[]
  law: LawStore
  /** The day (ISO) whose law it cites. */
  readOn: string
  /** Null for an entry of the library. */
  release: LoadedRelease | null
}

/** Later than every version: the library is read as it is. */
const NEWEST = '9999-12-31'

/** @throws {AppError} not-found */
export async function presentText(key: TextKey): Promise<PresentText> {
  const text = await requireText(key)
  const release = text.course && (await currentRelease(text.course.id))
  const blocks = release
    ? blocksInCourse(release.course, key)
    : isCourseKind(key.kind)
      ? null
      : blocksInLibrary(library(), key)
  if (!blocks) throw new AppError('not-found', `blocks of ${key.kind} ${key.id}`)
  return { ...text, blocks, law: release?.course ?? library(), readOn: release?.course.file.lawDate ?? NEWEST, release }
}
