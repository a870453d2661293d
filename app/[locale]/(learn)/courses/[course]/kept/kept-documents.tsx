import { KeptFrame } from '@/app/http/kept-frame'
import { KeptCoursePage } from '@/components/course/kept/kept-course-page'
import { KeptLessonPage } from '@/components/course/kept/kept-lesson-page'
import type { Lesson } from '@/domain/course/course'
import { briefsOfCourse } from '@/domain/library/briefs-of-course'
import type { Locale } from '@/domain/locale'
import { formatDate, translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { assetPath } from '@/server/assets'
import { library } from '@/server/content/library'
import type { LoadedRelease } from '@/server/content/releases'
import { renderToHtml } from '@/server/content/render-once'
import { lessonHtml } from '../lessons/[lesson]/lesson-html'

/** The day of a copy and of the law in it, in words. */
export function keptSays({ course }: LoadedRelease, locale: Locale, today: Date): string {
  const t = translator(locale)
  const law = formatDate(new Date(course.file.lawDate), locale)
  return typeset(t('kept.says', { day: formatDate(today, locale), law }), locale)
}

/** A kept lesson as a document. It is the same for all readers: it contains no answers, no progress and no keys. */
export function keptLesson(release: LoadedRelease, lesson: Lesson, locale: Locale, today: Date): string {
  const t = translator(locale)
  const { courseId } = release
  const reader = { locale, t, query: new URLSearchParams() }
  const title = typeset(lesson.file.title[locale], locale)
  return documentOf(
    <KeptFrame locale={locale} t={t} title={title} onSite={`/courses/${courseId}/lessons/${lesson.file.id}`}>
      <KeptLessonPage
        courseId={courseId}
        releaseId={release.id}
        course={release.course}
        lesson={lesson}
        body={lessonHtml(reader, { release }, lesson, new Map(), { kept: true })}
        says={keptSays(release, locale, today)}
        listener={assetPath('listen.js')}
        today={today}
        locale={locale}
        t={t}
      />
    </KeptFrame>,
  )
}

/** The list of the kept lessons as a document. */
export function keptCourse(release: LoadedRelease, locale: Locale, today: Date): string {
  const t = translator(locale)
  const { courseId, course } = release
  const title = typeset(course.file.title[locale], locale)
  const says = keptSays(release, locale, today)
  return documentOf(
    <KeptFrame locale={locale} t={t} title={title} onSite={`/courses/${courseId}`}>
      <KeptCoursePage
        courseId={courseId}
        course={course}
        says={says}
        briefs={briefsOfCourse(library(), courseId)}
        locale={locale}
        t={t}
      />
    </KeptFrame>,
  )
}

function documentOf(frame: React.ReactElement): string {
  return `<!doctype html>${renderToHtml(frame)}`
}
