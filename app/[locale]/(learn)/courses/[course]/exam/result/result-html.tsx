import { LAW_MARK, QUESTION_SLOT, ResultBasis } from '@/components/exam/result-basis'
import { ResultQuestion } from '@/components/exam/result-question'
import { href, reportHref } from '@/components/shell/paths'
import { lessonPath } from '@/domain/course/lesson-path'
import { outdatedInExamQuestion } from '@/domain/course/outdated-citations'
import { sectionTitle } from '@/domain/course/section-title'
import { outdatedState } from '@/domain/library/outdated-citation'
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
export function resultHtml(
  questions: readonly GradedQuestion[],
  release: LoadedRelease,
  attempt: { number: number },
  locale: Locale,
): string {
  const t = translator(locale)
  const printed = new Map<string, number>()
  return questions
    .map(({ key, order, answer, certainty, position, points }) => {
      // The release keeps the law of its publication day; the library knows the changes since.
      const changes = outdatedInExamQuestion(key, release.course, library(), locale)
      const basis = renderOnce(`basis ${release.id} ${key.id} ${locale} ${outdatedState(changes)}`, () => (
        <ResultBasis
          question={key}
          law={release.course}
          lawDate={release.course.file.lawDate}
          passage={typeset(sectionTitle(release.course, key.reread, locale), locale)}
          changes={changes}
          href={href(locale, lessonPath(release.courseId, key.reread))}
          locale={locale}
          t={t}
        />
      ))
      const law = printedOnce(basis, position, points < 1 ? printed : new Map())
      const answered = { question: key, order, answer, certainty, position, points }
      const result = `/courses/${release.courseId}/exam/result`
      const report = reportHref(locale, result, { attempt: attempt.number, n: position })
      return renderToHtml(<ResultQuestion {...answered} basis={law} report={report} locale={locale} t={t} />)
    })
    .join('')
}

/**
 * Marks the law that an earlier question shows already: on paper, a reference to that question replaces its text.
 *
 * @param printed the question that shows each id; those of this one are added.
 */
function printedOnce(basis: string, position: number, printed: Map<string, number>): string {
  return basis.replace(LAW_MARK, (_, cites: string, elsewhere: string) => {
    const ids = cites.split(' ')
    const before = ids.every((id) => printed.has(id)) ? printed.get(ids[0] ?? '') : undefined
    for (const id of ids) if (!printed.has(id)) printed.set(id, position)
    if (before === undefined) return '<div class="review-law">'
    return `<div class="review-law above">${elsewhere.replace(QUESTION_SLOT, String(before))}`
  })
}
