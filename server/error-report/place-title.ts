import 'server-only'
import { lookUp } from '@/domain/library/library'
import type { Locale, Localized } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { library } from '../content/library'
import { currentRelease, type LoadedRelease, loadRelease } from '../content/releases'
import { pageTitle } from './page-title'
import type { ReportedPlace } from './reported-place'

type Shelf = Readonly<Record<string, { title: Localized }>>
export type Placed = Pick<ReportedPlace, 'place' | 'path' | 'courseId' | 'releaseId' | 'lessonId' | 'part'>

/** The title of what a report is about. For a question of an exam it names only the course. */
export async function placeTitle(report: Placed, locale: Locale): Promise<string> {
  const { place, path, lessonId, part } = report
  if (place === 'entry') {
    const { provisions, decisions, procedureChecklists, models, briefs } = library()
    const shelves: Shelf[] = [provisions, decisions, procedureChecklists, models, briefs]
    const entry = shelves.map((shelf) => lookUp(shelf, part ?? '')).find((found) => found)
    return entry?.title[locale] ?? pageTitle(path, locale)
  }
  const release = await releaseOf(report)
  const course = release?.course.file.title[locale]
  if (course === undefined) return pageTitle(path, locale)
  if (place === 'exam') return translator(locale)('errorReport.ofExam', { course })
  const lesson = release?.lessons.get(lessonId ?? '')?.file.title[locale]
  return lesson === undefined ? course : `${course} · ${lesson}`
}

async function releaseOf({ releaseId, courseId }: Placed): Promise<LoadedRelease | null> {
  if (releaseId !== null) return loadRelease(releaseId)
  return courseId === null ? null : currentRelease(courseId)
}
