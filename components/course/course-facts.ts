import { courseMinutes } from '@/domain/course/duration'
import type { Locale } from '@/domain/locale'
import { LOCALES } from '@/domain/locale'
import { formatDuration } from '@/i18n/duration'
import { formatDate, formatPercent, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { isolate } from '../ui/ref'
import type { Release } from './course-reading'

/** The names of the languages, as they are written inside a sentence. */
const LANGUAGE_NAMES: Record<Locale, string> = { ar: 'العربية', fr: 'français', en: 'English' }

/** The facts about a course for the catalogue and the course page, one line each. */
export function courseFacts(release: Pick<Release, 'course'>, locale: Locale, t: Translator) {
  const { file, exam, lessons: all } = release.course
  const lessons = t('plural.lessons', { count: all.length })
  const duration = formatDuration(courseMinutes(release.course), locale)
  return {
    title: typeset(file.title[locale], locale),
    summary: typeset(file.summary[locale], locale),
    objectives: file.objectives.map(({ text }) => typeset(text[locale], locale)),
    lessons,
    duration,
    length: `${lessons} · ${duration}`,
    /** Says whether the course ends with an exam. */
    ending: t(exam ? 'course.withExam' : 'course.withoutExam'),
    languages: t('course.languages', {
      list: LOCALES.filter((language) => file.languages.includes(language))
        .map((language) => isolate(LANGUAGE_NAMES[language]))
        .join(locale === 'ar' ? '، ' : ', '),
    }),
    lawAsOf: t('course.lawAsOf', { date: formatDate(new Date(file.lawDate), locale) }),
    access: file.access === 'open' ? null : t(`course.access.${file.access}`),
    /** Null for a course without an exam. */
    exam: exam && {
      questions: t('plural.questions', { count: exam.questions }),
      condition: t('course.conditionExam', {
        rate: formatPercent(exam.passRate, locale),
        questions: t('plural.questions', { count: exam.questions }),
      }),
      attempts: t('course.conditionAttempts', {
        attempts: exam.attempts,
        hours: t('plural.hours', { count: exam.coolDownHours }),
      }),
    },
  }
}
