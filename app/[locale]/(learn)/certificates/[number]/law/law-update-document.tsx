import type { Context } from '@/app/http/context'
import type { DocumentPage } from '@/app/http/document-page'
import { type LawUpdateOffer, LawUpdatePage as View } from '@/components/certificate/law-update-page'
import { practiceCiting } from '@/components/practice/practice-citing'
import { PracticeQuestion } from '@/components/practice/practice-question'
import { href } from '@/components/shell/paths'
import { updateScore } from '@/domain/certificate/law-update'
import type { Answer } from '@/domain/question/answer'
import { answerFromFields } from '@/domain/question/answer-form'
import { gradeAnswer } from '@/domain/question/grade-answer'
import type { QuestionKey } from '@/domain/question/question'
import { readFinalAnswer } from '@/domain/question/read-answer'
import type { LawOffer } from '@/server/certificate/law-update/law-offers'
import { type LawModule, type LawUpdatePage, readLawModule } from '@/server/certificate/law-update/open-law-update'

/** The page about what has changed in the law since the certificate. */
export async function lawUpdateDocument(
  context: Context<'number'>,
  { facts, offer }: LawUpdatePage,
): Promise<DocumentPage> {
  const { locale, t, query } = context
  const main = (
    <View
      course={facts.course}
      offer={offer && shown(context, offer, await readLawModule(offer, locale))}
      updatedTo={facts.updates.at(-1)?.lawDate ?? null}
      hasChanged={query.has('changed')}
      locale={locale}
      t={t}
    />
  )
  return { title: t('lawUpdate.title'), main, styles: ['library.css'], index: false }
}

function shown(
  context: Context<'number'>,
  offer: LawOffer,
  { provisions, blocks, answers }: LawModule,
): LawUpdateOffer {
  const { since, lawDate, entries, questions, release } = offer
  const points = questions.map((each) => gradeAnswer(each, answers.get(each.id) ?? null))
  return {
    courseId: release.courseId,
    since,
    lawDate,
    what: entries.filter(({ changed }) => changed.length > 0).map(({ what }) => what),
    lessons: release.course.lessons.map(({ file }) => file),
    provisions,
    blocks,
    questions: questions.map((question) => ({
      id: question.id,
      element: questionElement(context, offer, question, answers.get(question.id) ?? null),
    })),
    score: updateScore(points),
  }
}

function questionElement(
  { locale, t, query, params }: Context<'number'>,
  { questions, release }: LawOffer,
  question: QuestionKey,
  kept: Answer | null,
) {
  const path = `/certificates/${params.number}/law`
  const isAsked = query.get('question') === question.id
  const given = isAsked && query.has('draft') ? answerFromFields(query) : null
  return (
    <PracticeQuestion
      question={question}
      place={{ n: questions.indexOf(question) + 1, total: questions.length }}
      answer={kept}
      draft={given && readFinalAnswer(question, given)}
      refused={isAsked && query.has('refused')}
      isPractice={false}
      citing={practiceCiting(release.course, release.course.file.lawDate, locale)}
      action={`${href(locale, path)}?release=${release.id}`}
      // An error is reported about the page, not about a question: she may have begun the course with another release.
      report={null}
      locale={locale}
      t={t}
    />
  )
}
