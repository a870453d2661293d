import type { ReactNode } from 'react'
import type { Context } from '@/app/http/context'
import { AskedQuestion, type Given } from '@/components/review/asked-question'
import { JudgedQuestion } from '@/components/review/judged-question'
import type { Answer, Certainty } from '@/domain/question/answer'
import type { QuestionKey } from '@/domain/question/question'
import { type AskedForm, readAskedForm } from '@/domain/review/read-asked-form'
import type { LoadedRelease } from '@/server/content/releases'
import { draftQuery, feedbackOn } from './question-texts'

type Texts = Pick<Context, 'locale' | 't'>

/** @param asked `action`: the address that receives the answer; `hidden`: the further fields that it needs. */
export function askedQuestion(
  { locale, t }: Texts,
  asked: { question: QuestionKey; action: string; hidden: Readonly<Record<string, string>>; given: Given | null },
) {
  return <AskedQuestion {...asked} submit={t('review.answer')} locale={locale} t={t} />
}

type Judged = { question: QuestionKey; release: LoadedRelease; answer: Answer; certainty: Certainty | null }

/** @param next the link to the next step, below the feedback. */
export function judgedQuestion({ locale, t }: Texts, { question, release, ...given }: Judged, next: ReactNode) {
  return (
    <JudgedQuestion question={question} {...given} {...feedbackOn(question, release, locale)} locale={locale} t={t}>
      <p>{next}</p>
    </JudgedQuestion>
  )
}

type Taking<Result> = {
  /** If an answer is missing: the same page with what was given. */
  again: (given: Given) => Result | Promise<Result>
  /** For an order that is not finished: the address of the page that shows it, from the query that holds it. */
  draft: (query: string) => Result
  take: (given: AskedForm & { kind: 'given' }) => Result | Promise<Result>
}

/** Reads the form of an asked question, and calls the function for what was sent. */
export function takeAnswer<Result>(
  question: QuestionKey,
  sent: Iterable<readonly [string, unknown]>,
  { again, draft, take }: Taking<Result>,
): Result | Promise<Result> {
  const given = readAskedForm(question, sent)
  if (given.kind === 'missing') return again({ ...given, refused: true })
  if (given.kind === 'given') return take(given)
  return draft(`${new URLSearchParams(draftQuery(question, given))}#question-${given.at ?? 'hint'}`)
}
