import type { Locale } from '@/domain/locale'
import type { CourseProgress } from '@/domain/progress/course-progress'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { ProgressBar } from '../ui/progress-bar'

type Props = {
  course: { href: string; title: string }
  position: string
  progress: CourseProgress
  minutesLeft: number
  locale: Locale
  t: Translator
}

/** The line above a lesson: its course, its number, and how much is left. */
export function LessonPosition({ course, position, progress, minutesLeft, locale, t }: Props) {
  const { done, total } = progress
  return (
    <section className="progress" aria-label={position}>
      <div className="wrap">
        <span className="sm">
          <a className="crumb" href={course.href}>
            {course.title}
          </a>
          <span className="dot"> · </span>
          <span>{position}</span>
        </span>
        {minutesLeft > 0 && (
          <span className="xs muted">{t('lesson.left', { minutes: formatDuration(minutesLeft, locale) })}</span>
        )}
        <ProgressBar label={t('course.progress', { done, total })} value={done} max={total} />
      </div>
    </section>
  )
}
