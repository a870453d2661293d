import type { ReactNode } from 'react'
import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import type { Given } from '@/components/review/asked-question'
import { BadLinkPage, LinkedQuestionPage, SignIn } from '@/components/review/linked-question-page'
import { href } from '@/components/shell/paths'
import { AppError } from '@/domain/errors'
import { seeOther } from '@/server/respond'
import { answerByLink, type OpenedLink, openLink } from '@/server/review/review-link'
import { askedQuestion, judgedQuestion, takeAnswer } from '../question-parts'
import { draftIn } from '../question-texts'

type Opened = { link: OpenedLink | 'hers' | null; visitorId: string | null; path: string }

/**
 * The question that the link in a letter opens. It signs nobody in, and shows nothing about the person who got the
 * letter. If she is signed in herself, she is redirected to her own review.
 */
export const { GET, POST } = formPage({
  permit: async ({ caller, query, locale }: Context): Promise<Opened> => {
    const token = query.get('token') ?? ''
    const visitorId = (await caller.session())?.accountId ?? null
    const path = href(locale, `/learning/review/question?token=${encodeURIComponent(token)}`)
    return { link: await openOrNot(token, visitorId), visitorId, path }
  },
  page: async (context, { link, path }) => {
    if (link === 'hers') return seeOther(href(context.locale, '/learning/review'))
    return link ? askedPage(context, link, path, draftIn(link.question, context.query)) : badLink(context)
  },
  read: (sent) => sent,
  act: async ({ link, visitorId, path }, sent, context) => {
    if (link === 'hers') return href(context.locale, '/learning/review')
    if (!link) return badLink(context)
    return takeAnswer<DocumentPage | string>(link.question, sent, {
      again: (given) => askedPage(context, link, path, given),
      draft: (query) => `${path}&${query}`,
      take: async ({ answer, certainty }) => {
        await answerByLink(link, { answer, certainty }, visitorId, new Date())
        const next = <SignIn label={context.t('review.linkNext')} locale={context.locale} />
        return linkedPage(context, link, judgedQuestion(context, { ...link, answer, certainty }, next))
      },
    })
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
  const question = askedQuestion(context, { question: link.question, action: path, hidden: {}, given })
  return {
    ...(await linkedPage(context, link, question)),
    script: 'exam.js',
    kinds: [link.question.kind],
    ...(given.refused && { status: 400 }),
  }
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
