import type { Cell, HiddenReason, Rate } from '@/domain/cohort/statistics/learning-report'
import type { Locale } from '@/domain/locale'
import type { SurveyQuestion } from '@/domain/survey/survey'
import { MIN_TEXTS, type SurveyFigure, type SurveyReport } from '@/domain/survey/survey-report'
import { formatDate, formatNumber, formatPercent, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CardTable } from '../ui/card-table'

export type SurveyTexts = { questionId: string; texts: readonly string[]; withheld: number }
type Texts = { locale: Locale; t: Translator }
type Props = Texts & {
  survey: { questions: readonly SurveyQuestion[]; closesAt: Date | null }
  report: SurveyReport
  /** The written answers; null for a reader who is not the organiser. */
  texts: readonly SurveyTexts[] | null
}

/** The figures of a closed survey, each with its n, and what they mean. */
export function SurveyResults({ survey, report, texts, locale, t }: Props) {
  const { response } = report
  if (response.status === 'hidden') return <p>{t('surveys.fewAnswers')}</p>
  const rate = response.people / response.value.asked
  const date = survey.closesAt ? formatDate(new Date(survey.closesAt.getTime() - 1), locale) : ''
  const note = (definition: 'survey-answers' | 'survey-response') =>
    t('cohorts.learning.note', { definition: t(`cohorts.learning.definitions.${definition}`), date })
  return (
    <>
      <ul className="facts">
        <li>{t('surveys.answers', { count: response.people })}</li>
        <li>{t('surveys.response', { rate: formatPercent(rate, locale) })}</li>
      </ul>
      {survey.questions.map((question) => {
        const figure = report.questions.find(({ id }) => id === question.id)
        const written = texts?.find(({ questionId }) => questionId === question.id)
        return (
          figure && (
            <Figure key={question.id} {...{ question, figure, written, organiser: texts !== null, locale, t }} />
          )
        )
      })}
      <div className="sm muted prose stack-s">
        <p>{note('survey-response')}</p>
        <p>{note('survey-answers')}</p>
        <p>{t('surveys.once')}</p>
      </div>
    </>
  )
}

type FigureProps = Texts & {
  question: SurveyQuestion
  figure: SurveyFigure
  written: SurveyTexts | undefined
  organiser: boolean
}

function Figure({ question, figure, written, organiser, locale, t }: FigureProps) {
  const id = `q-${question.id}`
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id} className="label">
        {typeset(question.text[locale], locale)}
      </h2>
      {figure.kind === 'text' ? (
        <Written people={figure.people} written={written} organiser={organiser} t={t} />
      ) : (
        <Chosen question={question} figure={figure} locale={locale} t={t} />
      )}
    </section>
  )
}

type ChosenProps = Texts & { question: SurveyQuestion; figure: Exclude<SurveyFigure, { kind: 'text' }> }

function Chosen({ question, figure, locale, t }: ChosenProps) {
  const headings = [t('surveys.answer.label'), t('surveys.people'), t('surveys.share')] as const
  const rows = figure.kind === 'several' ? figure.rates.map(ofRate(locale, t)) : ofCells(figure, locale, t)
  const people = figure.kind === 'several' ? null : figure.people
  return (
    <>
      {people?.status === 'shown' && <p className="sm muted">{t('surveys.n', { people: people.people })}</p>}
      <CardTable caption={typeset(question.text[locale], locale)} headings={headings}>
        {rows.map(({ label, cells }) => (
          <tr key={label}>
            <th scope="row">{optionName(question, label, locale, t)}</th>
            <td data-label={headings[1]}>{cells[0]}</td>
            <td data-label={headings[2]}>{cells[1]}</td>
          </tr>
        ))}
      </CardTable>
    </>
  )
}

type Row = { label: string; cells: readonly [string, string] }

function ofCells(
  { people, chosen }: Extract<SurveyFigure, { kind: 'scale' | 'choice' }>,
  locale: Locale,
  t: Translator,
): Row[] {
  const all = people.status === 'shown' ? people.people : 0
  return chosen.map(({ label, cell }) => ({ label, cells: shownCell(cell, all, locale, t) }))
}

function shownCell(cell: Cell, all: number, locale: Locale, t: Translator): [string, string] {
  if (cell.status === 'hidden') return [hiddenText(cell.reason, t), '—']
  return [formatNumber(cell.people, locale), all > 0 ? formatPercent(cell.people / all, locale) : '—']
}

const ofRate =
  (locale: Locale, t: Translator) =>
  (rate: Rate): Row => ({
    label: rate.label,
    cells:
      rate.status === 'hidden'
        ? [hiddenText(rate.reason, t), '—']
        : [formatNumber(Math.round(rate.rate * rate.people), locale), formatPercent(rate.rate, locale)],
  })

function hiddenText(reason: HiddenReason, t: Translator): string {
  return t(`cohorts.learning.hidden.${reason}`)
}

function optionName(question: SurveyQuestion, label: string, locale: Locale, t: Translator): string {
  if (question.kind === 'scale') return t(`surveys.levels.${label as '1' | '2' | '3' | '4'}`)
  const option = question.kind === 'choice' && question.options.find(({ id }) => id === label)
  return option ? typeset(option.text[locale], locale) : label
}

type WrittenProps = { people: Cell; written: SurveyTexts | undefined; organiser: boolean; t: Translator }

/**
 * The written answers in a random order: shown only if there are at least MIN_TEXTS, and without those that may name
 * somebody.
 */
function Written({ people, written, organiser, t }: WrittenProps) {
  if (people.status === 'hidden') return <p>{t('surveys.fewTexts', { count: MIN_TEXTS })}</p>
  if (!organiser) return <p>{t('surveys.textsOrganiser', { count: people.people })}</p>
  if (!written) return <p>{t('surveys.textsGone')}</p>
  return (
    <>
      <p className="sm muted">{t('surveys.textsLead', { count: people.people })}</p>
      <ul className="stack-s">
        {written.texts.map((text, place) => (
          // Two people may have written the same.
          // biome-ignore lint/suspicious/noArrayIndexKey: the page is written once
          <li key={place} dir="auto">
            {text}
          </li>
        ))}
      </ul>
      {written.withheld > 0 && <p className="sm">{t('surveys.withheld', { count: written.withheld })}</p>}
    </>
  )
}
