import 'server-only'
import type { ReleasedCase } from '@/domain/case/case-file'
import { casePath, profilePath, worksheetPath } from '@/domain/case/case-path'
import { type PracticeRef, readPracticeRef } from '@/domain/case/practice-ref'
import type { Lesson } from '@/domain/course/course'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale, Localized } from '@/domain/locale'
import { library } from '../content/library'
import { currentReleases, type LoadedRelease } from '../content/releases'
import { changesSince, isRetiredNow } from './retired-case'

/** The reader's language, and the time of the request. */
export type Reading = { locale: Locale; now: Date }

/** A practice that a course or a lesson names, as a page shows it. */
export type NamedPractice = { ref: PracticeRef; title: Localized; path: string; retired: readonly OutdatedCitation[] }

/** The practices with these names, in the same order. Practices that no longer exist are left out. */
export function namedPractice(
  refs: readonly PracticeRef[],
  cases: readonly ReleasedCase[],
  { locale, now }: Reading,
): NamedPractice[] {
  return refs.flatMap((ref) => {
    const found = find(ref, cases)
    if (!found) return []
    const { title, path, source } = found
    return [{ ref, title, path, retired: source ? changesSince(source, locale, now) : [] }]
  })
}

/** The practices that a course requires and that can be done: a retired or removed file is not required. */
export function demandsInForce(refs: readonly PracticeRef[], cases: readonly ReleasedCase[], now: Date): PracticeRef[] {
  return refs.filter((ref) => {
    const found = find(ref, cases)
    return found && !(found.source && isRetiredNow(found.source, now))
  })
}

/** The practices for a lesson: in its own course, in other courses that are open to all, or in the library. */
export async function practiceOfLesson(
  { course }: Pick<LoadedRelease, 'course'>,
  { file }: Pick<Lesson, 'file'>,
  reading: Reading,
): Promise<NamedPractice[]> {
  const { files = [] } = file
  if (files.length === 0) return []
  const others = (await currentReleases()).filter((one) => one.course.file.access === 'open')
  return namedPractice(
    files,
    [course, ...others.map((one) => one.course)].flatMap(({ cases = [] }) => cases),
    reading,
  )
}

/** A lesson, as the page of a practice names it. */
export type NamingLesson = { courseId: string; title: Localized; path: string }

/**
 * The lessons that name a practice, or another practice on the same file: lessons of its own course, and of courses
 * that are open to all.
 */
export async function lessonsFor(ref: PracticeRef, ownCourseId: string | null): Promise<NamingLesson[]> {
  const { kind, id } = readPracticeRef(ref)
  const names = (other: PracticeRef) => {
    const named = readPracticeRef(other)
    return named.id === id && (named.kind === 'referral') === (kind === 'referral')
  }
  const releases = await currentReleases()
  return releases
    .filter(({ courseId, course }) => courseId === ownCourseId || course.file.access === 'open')
    .flatMap(({ courseId, course }) =>
      course.lessons
        .filter(({ file }) => file.files?.some(names))
        .map(({ file }) => ({ courseId, title: file.title, path: `/courses/${courseId}/lessons/${file.id}` })),
    )
}

type Found = { title: Localized; path: string; source: ReleasedCase | null }

function find(ref: PracticeRef, cases: readonly ReleasedCase[]): Found | null {
  const { kind, id } = readPracticeRef(ref)
  if (kind === 'referral') {
    const profile = library().pathway.profiles.find((one) => one.id === id)
    return profile ? { title: profile.title, path: profilePath(id), source: null } : null
  }
  const source = cases.find(({ file }) => file.id === id)
  if (!source || (kind === 'worksheet' && !(source.file.kind === 'grid' && source.file.worksheet))) return null
  const path = kind === 'worksheet' ? worksheetPath(id) : casePath(source.file)
  return { title: source.file.title, path, source }
}
