import type { Locale } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import type { Translator } from '@/i18n/translator'
import { ProgressBar } from '../ui/progress-bar'
import type { CourseReading } from './course-reading'

type Props = { course: Pick<CourseReading, 'progress' | 'minutesLeft'>; locale: Locale; t: Translator }

/** How many lessons are done, and how long the rest takes. */
export function ProgressLine({ course: { progress, minutesLeft }, locale, t }: Props) {
  const line = t('course.progress', { done: progress.done, total: progress.total })
  return (
    <>
      <p className="row between sm">
        <span>{line}</span>
        {minutesLeft > 0 && (
          <span className="muted">{t('course.minutesLeft', { minutes: formatDuration(minutesLeft, locale) })}</span>
        )}
      </p>
      <ProgressBar label={line} value={progress.done} max={progress.total} />
    </>
  )
}
