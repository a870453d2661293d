import { keptBrief } from '@/app/[locale]/(public)/library/briefs/[id]/kept/kept-brief'
import { offlineDocument } from '@/app/[locale]/(public)/offline/offline-document'
import { keptWorksheet } from '@/app/[locale]/(public)/practice/worksheet/kept/kept-worksheet'
import { keptAssets } from '@/app/http/kept-frame'
import { href } from '@/components/shell/paths'
import {
  KEPT_WORKSHEET_PATH,
  type KeptCopy,
  keptBriefPath,
  keptPath,
  OFFLINE_PATH,
} from '@/domain/course/kept/kept-copy'
import { briefsOfCourse } from '@/domain/library/briefs-of-course'
import { LOCALES, type Locale } from '@/domain/locale'
import { memoize } from '@/domain/memoize'
import { dayOf } from '@/domain/time/day'
import { formatNumber, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import type { LoadedRelease } from '@/server/content/releases'
import { type KeptPage, listKeptFiles } from '@/server/course/kept-files'
import { keptCourse, keptLesson, keptSays } from './kept-documents'

/** Enough for every course in three languages on two days. */
const LIMIT = 60

/**
 * The files of which a copy of a course consists today. To list them, all pages are rendered: once a day for each
 * release and language. The law and the films do not change while the process runs.
 */
export const listCopy = memoize(list, {
  key: (release: LoadedRelease, locale: Locale, today: Date) => `${release.id} ${locale} ${dayOf(today)}`,
  limit: LIMIT,
})

async function list(release: LoadedRelease, locale: Locale, today: Date): Promise<KeptCopy> {
  const { courseId: course, course: content } = release
  const t = translator(locale)
  const address = (lesson?: string) => href(locale, keptPath(course, lesson))
  const pages: KeptPage[] = [
    { href: address(), write: (day) => keptCourse(release, locale, day) },
    ...content.lessons.map((lesson) => ({
      href: address(lesson.file.id),
      write: (day: Date) => keptLesson(release, lesson, locale, day),
    })),
    { href: href(locale, KEPT_WORKSHEET_PATH), write: (day) => keptWorksheet(locale, day) },
    ...briefsOfCourse(library(), course).map((brief) => ({
      href: href(locale, keptBriefPath(brief.id)),
      write: (day: Date) => keptBrief(brief, locale, day),
    })),
    ...LOCALES.map((language) => ({ href: href(language, OFFLINE_PATH), write: () => offlineDocument(language) })),
  ]
  const { files, version } = await listKeptFiles(pages, keptAssets(), today)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  return {
    course,
    locale,
    version,
    release: release.id,
    title: typeset(content.file.title[locale], locale),
    says: keptSays(release, locale, today),
    size: typeset(t('kept.size', { size: formatNumber(Math.ceil(bytes / 1e5) / 10, locale) }), locale),
    lessons: content.lessons.map(({ file }) => ({
      href: address(file.id),
      title: typeset(file.title[locale], locale),
    })),
    files,
  }
}
