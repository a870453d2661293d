import 'server-only'
import { type EditorialText, textsOfCourse, textsOfLibrary } from '@/domain/editorial/text'
import { nameOfText, type TextKey } from '@/domain/editorial/text-key'
import { AppError } from '@/domain/errors'
import { memoize } from '@/domain/memoize'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { onceInProcess } from '../once-in-process'

export type EditorialTexts = {
  /** The courses in the order of the catalogue, then the library. */
  list: readonly EditorialText[]
  byName: ReadonlyMap<string, EditorialText>
}

const texts = onceInProcess('editorial-texts', () => {
  const entries = memoize(() => textsOfLibrary(library()), { key: () => '', limit: 1 })
  return memoize(
    (releases: readonly LoadedRelease[]): EditorialTexts => {
      const list = [...releases.flatMap(({ course }) => textsOfCourse(course)), ...entries()]
      return { list, byName: new Map(list.map((text) => [nameOfText(text.key), text])) }
    },
    { key: (releases) => releases.map(({ id }) => id).join(' '), limit: 1 },
  )
})

/** Every text that is signed, as it is published now. Made again when a course is published. */
export async function editorialTexts(): Promise<EditorialTexts> {
  return texts()(await currentReleases())
}

/** @throws {AppError} not-found */
export async function requireText(key: TextKey): Promise<EditorialText> {
  const text = (await editorialTexts()).byName.get(nameOfText(key))
  if (!text) throw new AppError('not-found', `text ${nameOfText(key)}`)
  return text
}
