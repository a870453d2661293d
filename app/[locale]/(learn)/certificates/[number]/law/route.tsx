import type { Context } from '@/app/http/context'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import type { Answer } from '@/domain/question/answer'
import { answerFromFields } from '@/domain/question/answer-form'
import { FORMS } from '@/domain/question/kinds/forms'
import { MOVE } from '@/domain/question/kinds/move'
import { readFinalAnswer } from '@/domain/question/read-answer'
import { permitToChangeAccount, permitToReadAccount } from '@/server/auth/permit'
import { type Answered, answerLawQuestion } from '@/server/certificate/law-update/answer-question'
import { type LawUpdatePage, openLawUpdate } from '@/server/certificate/law-update/open-law-update'
import { lawUpdateDocument } from './law-update-document'

/**
 * What has changed in the law since the certificate, and the questions on it. As in a lesson, an order that is not
 * finished is kept in the address; every complete answer is stored.
 */
export const { GET, POST } = formPage({
  permit: async ({ caller, params }: Context<'number'>) =>
    openLawUpdate(caller, await permitToReadAccount(caller), params.number),
  page: (context, opened) => lawUpdateDocument(context, opened),
  read: readSent,
  act: async ({ offer }, sent, { caller }) => {
    const { question, answer, seen, isDraft } = sent
    if (!offer || !question) return { ...sent, answered: outcomeWithout(offer) }
    if (!answer || isDraft) return { ...sent, answered: null }
    const permit = await permitToChangeAccount(caller)
    return { ...sent, answered: await answerLawQuestion(permit, offer, { question, answer, seen }, new Date()) }
  },
  done: (sent, { locale, params }) => `${href(locale, `/certificates/${params.number}/law`)}${placeAfter(sent)}`,
})

/**
 * Reads the form. `question` is null if it is no longer asked, or if everything was answered in another tab meanwhile.
 *
 * @throws {AppError} not-found
 */
function readSent(sent: FormData, { query }: Context<'number'>, { offer }: LawUpdatePage) {
  const question = offer?.questions.find(({ id }) => id === sent.get('question')) ?? null
  const seen = query.get('release')
  if (offer && !question && seen === offer.release.id) throw new AppError('not-found', 'question on a changed law')
  const given = question && answerFromFields(sent.entries())
  const answer = question && given && readFinalAnswer(question, given)
  return { question, answer: answer || null, seen, isDraft: sent.has(MOVE) }
}

function outcomeWithout(offer: LawUpdatePage['offer']): Answered {
  return offer ? 'changed' : 'updated'
}

type Sent = ReturnType<typeof readSent> & { answered: Answered | null }

function placeAfter({ question, answer, isDraft, answered }: Sent): string {
  if (answered === 'updated') return '#done'
  if (answered === 'changed' || !question) return '?changed=1'
  return `${queryFor(question, answer, isDraft)}#quiz-${question.id}`
}

function queryFor({ id, kind }: NonNullable<Sent['question']>, answer: Answer | null, isDraft: boolean): string {
  if (answer && !isDraft) return ''
  const fields = answer ? [['draft', '1'], ...FORMS[kind].write(answer)] : [['refused', '1']]
  return `?${new URLSearchParams([['question', id], ...fields])}`
}
