import { rightAnswer } from '@/demo/population/invented-answer'
import { examRuleOf } from '@/domain/course/graded'
import type { QuestionKey } from '@/domain/question/question'
import { parseInline } from '@/domain/text/inline'
import type { BenchSite } from '../bench-site'
import { TEN_QUESTIONS } from '../fill/ten-questions'
import type { Deed } from '../load'
import { cookieOf } from '../people'
import { textOf, type Visitor } from '../visitor'
import { saveCall } from './save-call'

const FORM = 'application/x-www-form-urlencoded'
const PATH = `/ar/courses/${TEN_QUESTIONS}/exam`

/**
 * A whole exam, as a browser with JavaScript takes it: the page before it, the start, each question's page and its
 * answer, the check page, handing in, and the result, which shows the key because every answer is right.
 */
export function examDeed({ learners, courses }: BenchSite, visit: Visitor): Deed {
  const waiting = learners.filter(({ maySit }) => maySit).values()
  const { bank } = courses.ten.course
  const exam = examRuleOf(courses.ten.course)
  const byStem = new Map(bank.map((question) => [lettersOf(stemOf(question)), question]))

  return async () => {
    const learner = waiting.next().value
    if (!learner) return false
    const cookie = await cookieOf(learner)
    const form = { method: 'POST', cookie, type: FORM, expect: 303 } as const
    await visit({ path: PATH, cookie })
    await visit({ ...form, path: `${PATH}/start`, body: '' })

    let attemptId = ''
    for (let position = 1; position <= exam.questions; position++) {
      const page = textOf(await visit({ path: `${PATH}/${position}`, cookie }))
      attemptId = /name="attempt" value="([^"]+)"/.exec(page)?.[1] ?? ''
      const question = byStem.get(lettersOf(/<legend>(.*?)<\/legend>/s.exec(page)?.[1] ?? ''))
      if (!question) throw new Error(`the question on page ${position} is not one of the bank`)
      const answer = rightAnswer(question)
      await visit({ ...saveCall({ courseId: TEN_QUESTIONS, attemptId, position, answer }), cookie })
    }
    await visit({ path: `${PATH}/check`, cookie })
    const { headers } = await visit({ ...form, path: `${PATH}/hand-in`, body: `attempt=${attemptId}` })
    await visit({ path: headers.location ?? '', cookie })
    return true
  }
}

function stemOf({ stem }: QuestionKey): string {
  return parseInline(stem.ar)
    .map(({ text }) => text)
    .join('')
}

/** The letters of a text: the part that markup, spaces and typography do not change. */
function lettersOf(html: string): string {
  return html.replace(/<[^>]*>|&[^;]+;|[^\p{L}\p{N}]/gu, '')
}
