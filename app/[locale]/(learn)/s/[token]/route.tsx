import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { formPage } from '@/app/http/form'
import { href } from '@/components/shell/paths'
import { type RefusedAnswers, SurveyAnswerPage, type SurveyEnd, SurveyEndPage } from '@/components/survey/answer-page'
import { fieldOf, readSurveyAnswers } from '@/domain/survey/survey-answers'
import { typeset } from '@/i18n/typography'
import { answerSurvey, type LinkedSurvey, openSurveyLink } from '@/server/survey/answer-survey'

type Open = Extract<LinkedSurvey, { state: 'open' }>

/** The survey that a link opens, for anybody who has the link. It needs no session, and accepts one answer. */
export const { GET, POST } = formPage({
  permit: ({ params }: Context<'token'>): Promise<LinkedSurvey> => openSurveyLink(params.token, new Date()),
  page: async (context, link) =>
    link.state === 'open' ? answerPage(context, link, null) : endPage(context, link.state),
  read: (sent) => sent,
  act: async (link, sent, context): Promise<DocumentPage> => {
    if (link.state !== 'open') return endPage(context, link.state)
    const read = readSurveyAnswers(sent, link.survey.questions)
    if (read === 'empty' || 'problems' in read) {
      const problems = read === 'empty' ? {} : read.problems
      return answerPage(context, link, { given: givenIn(sent, link), problems, empty: read === 'empty' })
    }
    const outcome = await answerSurvey(link, read.answers, new Date())
    return endPage(context, outcome === 'taken' ? 'thanks' : outcome)
  },
  done: (page) => page,
})

function givenIn(sent: FormData, { survey }: Open): RefusedAnswers['given'] {
  const names = survey.questions.map(({ id }) => fieldOf(id))
  return Object.fromEntries(names.map((name) => [name, sent.getAll(name).filter((value) => typeof value === 'string')]))
}

function answerPage({ locale, t, params }: Context<'token'>, link: Open, refused: RefusedAnswers | null): DocumentPage {
  const action = href(locale, `/s/${params.token}`)
  const main = <SurveyAnswerPage action={action} survey={link.survey} refused={refused} locale={locale} t={t} />
  const title = typeset(link.survey.titles[locale], locale)
  const shown = { main, styles: ['survey.css'] as const, index: false, secretAddress: true }
  return refused ? { ...shown, title: `${t('fields.errorPrefix')} ${title}`, status: 400 } : { ...shown, title }
}

function endPage({ locale, t }: Context<'token'>, end: SurveyEnd): DocumentPage {
  const main = <SurveyEndPage end={end} locale={locale} t={t} />
  const status = end === 'bad' ? 404 : 200
  return { title: t(`surveys.ends.${end}.title`), main, index: false, status, secretAddress: true }
}
