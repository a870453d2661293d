import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import type { Given } from '@/components/review/asked-question'
import { ReviewPage, ReviewQuestionPage } from '@/components/review/review-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readTurn, type Turn } from '@/domain/review/read-turn'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { seeOther } from '@/server/respond'
import { type AskedTurn, answerTurn, askedTurn, judgedTurn } from '@/server/review/answer-review'
import { type AskedCard, type MyReview, myReview } from '@/server/review/my-review'
import { askedQuestion, judgedQuestion, takeAnswer } from './question-parts'
import { draftIn } from './question-texts'
import { givenToday, offersIn } from './review-view'

/**
 * Her review: the questions of today one after the other, each with the feedback on her answer. If none is due, it
 * shows her answers of today and the day of the next questions. Only she sees it.
 */
export const { GET, POST } = formPage({
  keeps: 'answer',
  permit: ({ caller }: Context) => permitToReadAccount(caller),
  page: reviewPage,
  read: (sent) => {
    const turn = readTurn({ cardId: sent.get('card'), turn: sent.get('turn') })
    if (!turn) throw new AppError('invalid-input', 'review form')
    return { turn, sent }
  },
  act: async (permit, { turn, sent }, context) => {
    const now = new Date()
    const asked = await askedTurn(permit, turn, now)
    if (!asked) return afterwards(turn, (await judgedTurn(permit, turn)) !== null)
    return takeAnswer<DocumentPage | string>(asked.question, sent, {
      again: async (given) => questionPage(context, await myReview(permit, now), asked, given),
      draft: (query) => `?card=${turn.cardId}&turn=${turn.turn}&${query}`,
      take: async (given) => {
        await permitToChangeAccount(context.caller)
        return afterwards(turn, !(await answerTurn(asked, given, now)))
      },
    })
  },
  done: (result, { locale }) => (typeof result === 'string' ? href(locale, '/learning/review') + result : result),
})

/** @param before true if the turn was answered before. */
function afterwards({ cardId, turn }: Turn, before: boolean): string {
  return `?answered=${cardId}&turn=${turn}${before ? '&before=1' : ''}`
}

type Permitted = Awaited<ReturnType<typeof permitToReadAccount>>

async function reviewPage(context: Context, permit: Permitted): Promise<DocumentPage | Response> {
  const { locale, t, query } = context
  const now = new Date()
  const review = await myReview(permit, now)
  const answered = readTurn({ cardId: query.get('answered'), turn: query.get('turn') })
  if (answered) return judgedPage(context, permit, review, answered)
  const [next] = waitingToday(review)
  const asked = next && (await askedTurn(permit, { cardId: next.id, turn: next.turn }, now))
  if (asked) {
    const isDraft = query.get('card') === asked.cardId && query.get('turn') === `${asked.turn}`
    return questionPage(context, review, asked, isDraft ? draftIn(asked.question, query) : null)
  }
  const main = (
    <ReviewPage
      given={givenToday(review)}
      nextOn={review.days[0]?.day ?? null}
      hasPlans={review.plans.length > 0}
      offers={offersIn(review)}
      locale={locale}
      t={t}
    />
  )
  return { title: t('review.title'), main, styles: ['exam.css'], index: false }
}

/** The questions that wait today, the next one first. */
function waitingToday({ days, today }: MyReview): readonly AskedCard[] {
  const [first] = days
  return first?.day === today ? first.cards : []
}

function questionPage({ locale, t }: Context, review: MyReview, asked: AskedTurn, given: Given | null): DocumentPage {
  const { question, release, cardId, turn } = asked
  const total = review.given.length + Math.max(waitingToday(review).length, 1)
  const main = (
    <ReviewQuestionPage
      position={review.given.length + 1}
      total={total}
      course={release.course.file.title}
      locale={locale}
      t={t}
    >
      {askedQuestion(
        { locale, t },
        { question, action: href(locale, '/learning/review'), hidden: { card: cardId, turn: `${turn}` }, given },
      )}
    </ReviewQuestionPage>
  )
  const status = given?.refused ? { status: 400 } : {}
  return {
    title: t('review.title'),
    main,
    script: 'exam.js',
    kinds: [question.kind],
    styles: ['exam.css'],
    index: false,
    ...status,
  }
}

async function judgedPage(
  { locale, t, query }: Context,
  permit: Permitted,
  review: MyReview,
  turn: Turn,
): Promise<DocumentPage | Response> {
  const judged = await judgedTurn(permit, turn)
  if (!judged) return seeOther(href(locale, '/learning/review'))
  const { question, release, given } = judged
  const waiting = waitingToday(review).length
  const place = review.given.findIndex(({ cardId, turn: n }) => cardId === turn.cardId && n === turn.turn)
  const main = (
    <ReviewQuestionPage
      position={place + 1 || 1}
      total={Math.max(review.given.length + waiting, 1)}
      course={release.course.file.title}
      note={query.has('before') ? t('review.before') : undefined}
      locale={locale}
      t={t}
    >
      {judgedQuestion(
        { locale, t },
        { question, release, answer: given.answer, certainty: given.certainty },
        <a className="btn primary" href={href(locale, '/learning/review')}>
          {t(waiting > 0 ? 'review.next' : 'review.finish')}
        </a>,
      )}
    </ReviewQuestionPage>
  )
  return { title: t('review.title'), main, styles: ['exam.css'], index: false }
}
