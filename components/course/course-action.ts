import { lessonPath } from '@/domain/course/lesson-path'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { href } from '../shell/paths'
import type { CourseReading } from './course-reading'
import type { CourseAction } from './primary-action'

/**
 * The one next step of a course: start, go on where she left off, the exam, the result or the certificate.
 *
 * @param mayTakePart false for a reader who must ask for access, or for access again.
 */
export function courseAction(
  { release, learner, progress, availability }: CourseReading,
  locale: Locale,
  t: Translator,
  mayTakePart: boolean,
): CourseAction {
  const path = href(locale, `/courses/${release.courseId}`)
  const to = (lesson: string) => href(locale, lessonPath(release.courseId, lesson))
  const title = (id: string) => release.lessons.get(id)?.file.title[locale] ?? id
  const closed = { kind: 'closed', label: t('course.howToAsk') } as const
  if (!learner) {
    const lesson = release.course.lessons[0]?.file.id ?? ''
    const { access } = release.course.file
    if (!mayTakePart) return closed
    const label = t('course.startAt', { lesson: title(lesson) })
    if (access === 'public') return { kind: 'link', href: to(lesson), label }
    return { kind: 'form', action: `${path}/start`, label }
  }
  if (availability.status === 'under-way') return { kind: 'link', href: `${path}/exam`, label: t('course.resumeExam') }
  if (learner.certificate)
    return { kind: 'link', href: href(locale, '/certificates'), label: t('course.seeCertificate') }
  if (!mayTakePart) return closed
  if (progress.nextLesson) {
    const label = learner.lessons.length > 0 ? 'course.continueAt' : 'course.startAt'
    const lesson = title(progress.nextLesson)
    return { kind: 'link', href: to(progress.nextLesson), label: t(label, { lesson }) }
  }
  if (availability.status === 'none')
    return { kind: 'link', href: to(release.course.lessons[0]?.file.id ?? ''), label: t('course.readAgain') }
  const sat = availability.status === 'cooling-down' || availability.status === 'exhausted'
  if (sat) return { kind: 'link', href: `${path}/exam/result`, label: t('course.seeResult') }
  return { kind: 'link', href: `${path}/exam`, label: t('course.takeExam') }
}
