import { formPage } from '@/app/form-page'
import { PracticeQuestion, practicePlace } from '@/components/practice/practice-question'
import { AppError } from '@/domain/errors'
import { answerFromFields } from '@/domain/exam/answer-form'
import { readFinalAnswer } from '@/domain/exam/read-answer'
import { isLocale } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { permitFor } from '@/server/auth/permit'
import { currentActor } from '@/server/auth/session'
import { renderToHtml } from '@/server/content/render-once'
import { readableCourse } from '@/server/course/learner-course'
import { answerPractice } from '@/server/practice/answer-practice'
import { seeOther } from '@/server/respond'

type Context = { params: Promise<{ locale: string; course: string; lesson: string }> }

/** An answer to an inline question: a fragment for the page's own script, else back to the question. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { locale, course, lesson } = await params
  return formPage(request, locale, `/courses/${course}/lessons/${lesson}`, async (form) => {
    if (!isLocale(locale)) throw new AppError('not-found', 'language')
    const { release, learner } = await readableCourse(course, new Date())
    const practice = release.course.lessons.find((item) => item.file.id === lesson)?.practice ?? []
    const question = practice.find(({ id }) => id === form.get('question'))
    if (!question) throw new AppError('not-found', 'practice question')

    const given = answerFromFields(form.entries())
    const answer = given && readFinalAnswer(question, given)
    if (answer && learner) {
      const target = { courseId: course, learnerId: learner.accountId }
      await answerPractice(
        permitFor(await currentActor(), 'course:learn', target),
        learner,
        question,
        answer,
        new Date(),
      )
    }
    const path = `/${locale}/courses/${course}/lessons/${lesson}`
    if (request.headers.get('x-fragment')) {
      const t = translator(locale)
      const html = renderToHtml(
        <PracticeQuestion
          question={question}
          place={practicePlace(practice, question)}
          answer={answer}
          refused={!answer}
          locale={locale}
          t={t}
          action={`${path}/practice`}
        />,
      )
      return new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      })
    }
    return seeOther(`${path}?${backTo(question.id, form, answer !== null, learner !== null)}#quiz-${question.id}`)
  })
}

function backTo(id: string, form: FormData, answered: boolean, kept: boolean): URLSearchParams {
  const query = new URLSearchParams({ practice: id })
  if (!answered) query.set('refused', '1')
  if (answered && !kept) {
    for (const [name, value] of form) if (typeof value === 'string' && name !== 'question') query.append(name, value)
  }
  return query
}
