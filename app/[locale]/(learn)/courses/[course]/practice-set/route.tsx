import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { practiceCiting } from '@/components/practice/practice-citing'
import { PracticeQuestion } from '@/components/practice/practice-question'
import { PracticeSetPage } from '@/components/practice/practice-set-page'
import { href, reportHref } from '@/components/shell/paths'
import { LawChanged } from '@/components/ui/law-changed'
import { citedInQuestion } from '@/domain/course/citation-uses'
import { examRuleOf } from '@/domain/course/graded'
import { AppError } from '@/domain/errors'
import { outdatedCitations } from '@/domain/library/outdated-citation'
import type { Answer } from '@/domain/question/answer'
import { answerFromFields } from '@/domain/question/answer-form'
import { typedAnswer, typedNumbers } from '@/domain/question/kinds/computing/form'
import { FORMS } from '@/domain/question/kinds/forms'
import { MOVE } from '@/domain/question/kinds/move'
import type { QuestionKey } from '@/domain/question/question'
import { readFinalAnswer } from '@/domain/question/read-answer'
import type { Caller } from '@/server/auth/caller'
import { permitToReadAccount, requirePermission } from '@/server/auth/permit'
import { library } from '@/server/content/library'
import { readableCourse } from '@/server/course/learner-course'
import { type PracticeSet, practiceSet } from '@/server/exam/practice-set'

type Granted = Awaited<ReturnType<typeof practised>>

/**
 * Practice on the objectives that her last exam fell short of. No answer is stored: the address holds the answer that
 * is checked, as it does for a reader of a lesson who is not enrolled.
 */
export const { GET, POST } = formPage({
  permit: ({ caller, params }: Context<'course'>) => practised(caller, params.course),
  page: setPage,
  read: (sent, _, { set, isSitting }) => {
    const question = findQuestion(set, sent.get('question'))
    if (isSitting || !question) throw new AppError('not-found', 'question of the practice set')
    return { question, answer: answerIn(sent, question), isDraft: sent.has(MOVE), typed: typedNumbers(sent) }
  },
  act: async (_, asked) => asked,
  done: ({ question, answer, isDraft, typed }, { locale, params }) => {
    const fields = answer ? FORMS[question.kind].write(answer) : [['refused', '1'] as const, ...typed]
    const draft = answer && isDraft ? [['draft', '1'] as const] : []
    const query = new URLSearchParams(
      [['question', question.id], ...draft, ...fields].map(([name, value]) => [name, value]),
    )
    return `${href(locale, `/courses/${params.course}/practice-set`)}?${query}#quiz-${question.id}`
  },
})

/** Her practice set; null during an attempt, in which she must not practise. @throws {AppError} */
async function practised(caller: Caller, courseId: string) {
  const { release, learner, availability } = await readableCourse(caller, courseId, new Date())
  examRuleOf(release.course)
  await requirePermission(caller, 'exam:sit', { courseId, learnerId: learner?.accountId ?? null })
  const isSitting = availability.status === 'under-way'
  const set = isSitting ? null : await practiceSet(await permitToReadAccount(caller), courseId)
  return { course: release, set, isSitting }
}

async function setPage(context: Context<'course'>, { course, set, isSitting }: Granted): Promise<DocumentPage> {
  const { locale, t, query } = context
  const asked = findQuestion(set, query.get('question'))
  if (query.has('question') && !asked && !isSitting) throw new AppError('not-found', 'question of the practice set')
  const main = (
    <PracticeSetPage
      title={course.course.file.title}
      parts={set?.parts ?? []}
      lessons={course.course.lessons.map(({ file }) => file)}
      asked={set && asked && { id: asked.id, element: questionElement(context, set, asked) }}
      isSitting={isSitting}
      path={href(locale, `/courses/${course.courseId}`)}
      locale={locale}
      t={t}
    />
  )
  return { title: t('practice.set.title'), main, index: false }
}

function questionElement({ locale, t, query, params }: Context<'course'>, set: PracticeSet, question: QuestionKey) {
  const { course } = set.release
  const { lawDate } = course.file
  const given = answerIn(query, question)
  const [isDraft, refused] = [query.has('draft'), query.has('refused')]
  const all = questionsOf(set)
  const path = `/courses/${params.course}/practice-set`
  return (
    <>
      <PracticeQuestion
        question={question}
        place={{ n: all.indexOf(question) + 1, total: all.length }}
        answer={isDraft ? null : given}
        draft={isDraft ? given : refused ? typedAnswer(query) : null}
        refused={refused}
        citing={practiceCiting(course, lawDate, locale)}
        action={href(locale, path)}
        report={reportHref(locale, path, { question: question.id })}
        locale={locale}
        t={t}
      />
      <LawChanged
        changes={outdatedCitations(citedInQuestion(question), library(), { lawDate, signedOn: null }, locale)}
        locale={locale}
        t={t}
      />
    </>
  )
}

function answerIn(fields: Iterable<readonly [string, unknown]>, question: QuestionKey): Answer | null {
  const given = answerFromFields(fields)
  return given && readFinalAnswer(question, given)
}

function questionsOf(set: PracticeSet | null): readonly QuestionKey[] {
  return set?.parts.flatMap(({ questions }) => questions) ?? []
}

function findQuestion(set: PracticeSet | null, id: unknown): QuestionKey | null {
  return questionsOf(set).find((question) => question.id === id) ?? null
}
