import type { ReactNode } from 'react'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { AskedQuestion, type Given } from '@/components/review/asked-question'
import { JudgedQuestion } from '@/components/review/judged-question'
import { BadLinkPage, LinkedQuestionPage, SignIn } from '@/components/review/linked-question-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { readAskedForm } from '@/domain/review/read-asked-form'
import { seeOther } from '@/server/respond'
import { answerByLink, type OpenedLink, openLink } from '@/server/review/review-link'
import { draftIn, draftQuery, feedbackOn } from '../question-texts'

type Opened = { link: OpenedLink | 'hers' | null; visitorId: string | null; path: string }

/**
 * The question that the link in a letter opens. It signs nobody in, and shows nothing of a person: who is signed in as
 * the person it was sent to goes on to her own review.
 */
export const { GET, POST } = formPage({
  permit: async ({ caller, query, locale }: Context): Promise<Opened> => {
    const token = query.get('token') ?? ''
    const visitorId = (await caller.session())?.accountId ?? null
    const path = href(locale, `/review/question?token=${encodeURIComponent(token)}`)
    return { link: await openOrNot(token, visitorId), visitorId, path }
  },
  page: async (context, { link, path }) => {
    if (link === 'hers') return seeOther(href(context.locale, '/review'))
    return link ? askedPage(context, link, path, draftIn(link.question, context.query)) : badLink(context)
  },
  read: (sent) => sent,
  act: async ({ link, visitorId, path }, sent, context) => {
    if (link === 'hers') return href(context.locale, '/review')
    if (!link) return badLink(context)
    const given = readAskedForm(link.question, sent)
    if (given.kind === 'missing') return askedPage(context, link, path, { ...given, refused: true })
    if (given.kind === 'draft') {
      return `${path}&${new URLSearchParams(draftQuery(link.question, given))}#question-${given.at ?? 'hint'}`
    }
    await answerByLink(link, given, visitorId, new Date())
    return linkedPage(context, link, judged(context, link, given))
  },
  done: (result) => result,
})

/** Null for a link that leads to no question. */
async function openOrNot(token: string, visitorId: string | null): Promise<OpenedLink | 'hers' | null> {
  try {
    return await openLink(token, visitorId, new Date())
  } catch (error) {
    if (error instanceof AppError && error.code === 'link-expired') return null
    throw error
  }
}

async function askedPage(context: Context, link: OpenedLink, path: string, given: Given): Promise<DocumentPage> {
  const { locale, t } = context
  const question = (
    <AskedQuestion
      question={link.question}
      action={path}
      hidden={{}}
      given={given}
      submit={t('review.answer')}
      locale={locale}
      t={t}
    />
  )
  return { ...(await linkedPage(context, link, question)), script: 'exam.js', ...(given.refused && { status: 400 }) }
}

function judged(
  { locale, t }: Context,
  { question, release }: OpenedLink,
  given: Pick<Given, 'certainty'> & { answer: NonNullable<Given['answer']> },
) {
  return (
    <JudgedQuestion
      question={question}
      answer={given.answer}
      certainty={given.certainty}
      {...feedbackOn(question, release, locale)}
      locale={locale}
      t={t}
    >
      <p>
        <SignIn label={t('review.linkNext')} locale={locale} />
      </p>
    </JudgedQuestion>
  )
}

async function linkedPage(
  { locale, t, caller }: Context,
  { release }: OpenedLink,
  question: ReactNode,
): Promise<DocumentPage> {
  const signedIn = (await caller.session()) !== null
  const main = (
    <LinkedQuestionPage course={release.course.file.title} signedIn={signedIn} locale={locale} t={t}>
      {question}
    </LinkedQuestionPage>
  )
  return { title: t('review.title'), main, styles: ['exam.css'], index: false, secretAddress: true }
}

function badLink({ locale, t }: Context): DocumentPage {
  const main = <BadLinkPage locale={locale} t={t} />
  return { title: t('review.badLink'), main, index: false, status: 404, secretAddress: true }
}
