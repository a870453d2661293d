import { ReviewBasis } from '@/components/exam/review-basis'
import { ReviewQuestion } from '@/components/exam/review-question'
import { changesOfExamQuestion } from '@/domain/course/lesson-changes'
import { sectionTitle } from '@/domain/course/section-title'
import { lawState } from '@/domain/library/law-change'
import type { Locale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { library } from '@/server/content/library'
import type { LoadedRelease } from '@/server/content/releases'
import { renderOnce, renderToHtml } from '@/server/content/render-once'
import type { GradedQuestion } from '@/server/exam/read-result'

/**
 * Her answers with the right ones, the explanations and the law. The parts that are the same for every learner
 * (explanation, law) are rendered once and cached.
 */
export function reviewHtml(
  questions: readonly GradedQuestion[],
  release: LoadedRelease,
  locale: Locale,
  course: string,
): string {
  const t = translator(locale)
  return questions
    .map(({ key, order, answer, certainty, position, points }) => {
      // The release keeps the law of its publication day; the library knows the changes since.
      const changes = changesOfExamQuestion(key, release.course, library(), locale)
      const basis = renderOnce(`basis ${release.id} ${key.id} ${locale} ${lawState(changes)}`, () => (
        <ReviewBasis
          question={key}
          law={release.course}
          lawDate={release.course.file.lawDate}
          passage={typeset(sectionTitle(release.course, key.reread, locale), locale)}
          changes={changes}
          href={`${course}/lessons/${key.reread}`}
          locale={locale}
          t={t}
        />
      ))
      const answered = { question: key, order, answer, certainty, position, points }
      return renderToHtml(<ReviewQuestion {...answered} basis={basis} locale={locale} t={t} />)
    })
    .join('')
}
