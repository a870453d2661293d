import type { Cell, Choices, QuestionReport, Rate } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import { LOCALES, type Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { LANGUAGE_NAMES } from '../../shell/language-names'
import { Scrolling } from '../../ui/scrolling'
import type { FigureTexts } from './figure-texts'
import { HiddenRows } from './hidden-rows'
import { MeasureTable } from './measure-table'
import { provisionName } from './provision-name'

type Props = {
  questions: readonly QuestionReport[]
  course: Course
  day: string
  texts: FigureTexts
  locale: Locale
  t: Translator
}

/** The questions by id. Their texts are not shown, because the next exams use them again. */
export function QuestionFigures({ questions, course, day, texts, locale, t }: Props) {
  const shown = questions.filter(({ facility }) => facility.status === 'shown')
  return (
    <>
      <div className="sm muted prose stack-s">
        <p>{texts.note('facility', day)}</p>
        <p>{texts.note('discrimination', day)}</p>
        <p>{texts.note('distractors', day)}</p>
      </div>
      {shown.length === 0 && <p>{t('cohorts.learning.noneShown')}</p>}
      {shown.length > 0 && (
        <Scrolling>
          <MeasureTable
            caption={t('cohorts.learning.questions')}
            headings={[
              t('cohorts.learning.question'),
              t('cohorts.learning.provision'),
              t('cohorts.learning.facility'),
              t('cohorts.learning.discrimination'),
              t('cohorts.learning.choices'),
            ]}
            rows={shown.map((question) => ({
              id: question.id,
              head: <QuestionHead question={question} course={course} locale={locale} />,
              cells: [
                question.provisions.map((id) => provisionName(id, course, locale)).join(locale === 'ar' ? '، ' : ', '),
                texts.whole(question.facility),
                <DiscriminationCell key="discrimination" question={question} texts={texts} t={t} />,
                <ChoicesCell key="choices" choices={question.choices} texts={texts} t={t} />,
              ],
            }))}
          />
        </Scrolling>
      )}
      <HiddenQuestions
        hidden={questions.filter((one) => !shown.includes(one))}
        rateOf={({ facility }) => facility}
        texts={texts}
        t={t}
      />
    </>
  )
}

export function LanguageFigures({ questions, course, day, texts, locale, t }: Props) {
  const shown = questions.filter(({ byLanguage }) => byLanguage.some(({ status }) => status === 'shown'))
  return (
    <>
      <p className="sm muted prose">{texts.note('facility-by-language', day)}</p>
      {shown.length === 0 && <p>{t('cohorts.learning.noneShown')}</p>}
      {shown.length > 0 && (
        <Scrolling>
          <MeasureTable
            caption={t('cohorts.learning.languages')}
            headings={[
              t('cohorts.learning.question'),
              ...LOCALES.map((language) => LANGUAGE_NAMES[language]),
              t('cohorts.learning.remark'),
            ]}
            rows={shown.map((question) => ({
              id: question.id,
              head: <QuestionHead question={question} course={course} locale={locale} />,
              cells: [
                ...question.byLanguage.map((rate) => texts.whole(rate)),
                question.mistranslated.length > 0 ? (
                  <span key="remark" className="chip warn">
                    {t('cohorts.learning.mistranslated', {
                      languages: question.mistranslated.map((language) => LANGUAGE_NAMES[language]).join(', '),
                    })}
                  </span>
                ) : (
                  '—'
                ),
              ],
            }))}
          />
        </Scrolling>
      )}
      <HiddenQuestions
        hidden={questions.filter((one) => !shown.includes(one))}
        rateOf={({ byLanguage }) => byLanguage.find(({ status }) => status === 'hidden')}
        texts={texts}
        t={t}
      />
    </>
  )
}

type HeadProps = { question: QuestionReport; course: Course; locale: Locale }

function QuestionHead({ question: { id, objective }, course, locale }: HeadProps) {
  const text = course.file.objectives.find((one) => one.id === objective)?.text[locale]
  return (
    <>
      <bdi dir="ltr">{id}</bdi>
      {text && <span className="block xs muted">{typeset(text, locale)}</span>}
    </>
  )
}

type HiddenProps = {
  hidden: readonly QuestionReport[]
  rateOf: (report: QuestionReport) => Rate | undefined
  texts: FigureTexts
  t: Translator
}

function HiddenQuestions({ hidden, rateOf, texts, t }: HiddenProps) {
  const rows = hidden.flatMap((one) => {
    const rate = rateOf(one)
    return rate?.status === 'hidden' ? [{ id: one.id, name: one.id, why: texts.hidden(rate.reason) }] : []
  })
  return <HiddenRows title={t('cohorts.learning.hiddenRows', { count: rows.length })} rows={rows} />
}

type CellProps = { texts: FigureTexts; t: Translator }

function DiscriminationCell({
  question: { discrimination, concern },
  texts,
  t,
}: CellProps & { question: QuestionReport }) {
  return (
    <>
      {texts.itemRest(discrimination)}
      {concern && (
        <span className={`chip ${concern === 'negative' ? 'bad' : 'warn'}`}>{t(`cohorts.learning.${concern}`)}</span>
      )}
    </>
  )
}

function ChoicesCell({ choices, texts, t }: CellProps & { choices: Choices | null }) {
  if (!choices) return t('cohorts.learning.noChoices')
  const { people, chosen, leftOut } = choices
  if (people.status === 'hidden') return texts.hidden(people.reason)
  const count = (cell: Cell) => (cell.status === 'shown' ? texts.number(cell.people) : texts.hidden(cell.reason))
  return (
    <details>
      <summary>{t('cohorts.learning.choicesOf', { count: people.people })}</summary>
      <ol className="plain sm">
        {chosen.map((cell, place) => {
          const name = t('cohorts.learning.choiceNumber', { number: place + 1 })
          return (
            <li key={name}>
              {name}: <span className="num">{count(cell)}</span>
            </li>
          )
        })}
        {leftOut && (
          <li>
            {t('cohorts.learning.leftOut')}: <span className="num">{count(leftOut)}</span>
          </li>
        )}
      </ol>
    </details>
  )
}
