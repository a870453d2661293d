import 'server-only'
import { type EditorialText, textsOfCourse, textsOfLibrary } from '@/domain/editorial/text'
import { withCandidate } from '@/domain/editorial/with-candidate'
import { AppError } from '@/domain/errors'
import { memoize } from '@/domain/memoize'
import { nameOfText, type TextKey } from '@/domain/signoff/text-key'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { onceInProcess } from '../once-in-process'
import { type Candidate, candidateTexts } from './candidate'

export type EditorialTexts = {
  /** The courses in the order of the catalogue, then the library. */
  list: readonly EditorialText[]
  byName: ReadonlyMap<string, EditorialText>
  /** The names of the texts that come from the candidate instead of what is published. */
  drafts: ReadonlySet<string>
}

const texts = onceInProcess('editorial-texts', () => {
  const entries = memoize(() => textsOfLibrary(library()), { key: () => '', limit: 1 })
  return memoize(
    (releases: readonly LoadedRelease[], candidate: Candidate | null): EditorialTexts => {
      const published = [...releases.flatMap(({ course }) => textsOfCourse(course)), ...entries()]
      const { list, drafts } = withCandidate(published, candidate?.texts ?? [])
      return { list, byName: new Map(list.map((text) => [nameOfText(text.key), text])), drafts }
    },
    {
      key: (releases, candidate) => [...releases, ...(candidate ? [candidate] : [])].map(({ id }) => id).join(' '),
      limit: 1,
    },
  )
})

/**
 * Every text that needs a sign-off, as published now or as in the open candidate. Computed again when a course is
 * published, or when a candidate is opened or closed.
 */
export async function editorialTexts(): Promise<EditorialTexts> {
  const [releases, candidate] = await Promise.all([currentReleases(), candidateTexts()])
  return texts()(releases, candidate)
}

/** @throws {AppError} not-found */
export async function requireText(key: TextKey): Promise<EditorialText> {
  const text = (await editorialTexts()).byName.get(nameOfText(key))
  if (!text) throw new AppError('not-found', `text ${nameOfText(key)}`)
  return text
}
