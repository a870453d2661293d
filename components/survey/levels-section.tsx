import type { Locale } from '@/domain/locale'
import type { LearningLevel, Levels, SurveyLevel } from '@/domain/survey/levels'
import { formatNumber, formatPercent, type Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { CardTable } from '../ui/card-table'

type Texts = { locale: Locale; t: Translator }
type Props = Texts & { levels: Levels; of: 'cohort' | 'nation' }

/**
 * What people said about a training, what they learned, and what they say has changed, each with the number who did not
 * answer.
 */
export function LevelsSection({ levels, of, locale, t }: Props) {
  // The national report is one sheet of paper: these figures are only on the screen, to be quoted from there.
  const look = of === 'nation' ? 'card stack no-print' : 'card stack'
  return (
    <section className={look} aria-labelledby="levels">
      <h2 id="levels">{t('surveys.level.title')}</h2>
      <p className="sm muted prose">
        {t('surveys.level.lead')} {t(`surveys.level.${of}`)}
      </p>
      <h3>{t('surveys.level.reaction')}</h3>
      <SurveyLevels levels={levels.reaction} locale={locale} t={t} />
      <h3>{t('surveys.level.learning')}</h3>
      <Learning levels={levels.learning} locale={locale} t={t} />
      <h3>{t('surveys.level.behaviour')}</h3>
      <p className="sm muted prose">{t('surveys.level.reported')}</p>
      <SurveyLevels levels={levels.behaviour} locale={locale} t={t} />
      <p className="sm muted prose">{t('cohorts.learning.definitions.survey-answers')}</p>
    </section>
  )
}

function SurveyLevels({ levels, locale, t }: Texts & { levels: readonly SurveyLevel[] }) {
  if (levels.length === 0) return <p>{t('surveys.level.none')}</p>
  return levels.map((level) => <Answered key={level.kind} level={level} locale={locale} t={t} />)
}

function Answered({ level: { kind, response, statements }, locale, t }: Texts & { level: SurveyLevel }) {
  const caption = t(`surveys.kinds.${kind}`)
  const headings = [t('surveys.level.statement'), t('surveys.level.agree'), t('surveys.level.n')] as const
  if (response === null)
    return (
      <p>
        {caption}
        {' · '}
        {t('surveys.level.few')}
      </p>
    )
  return (
    <div className="stack-s">
      <p className="sm">
        {caption}
        {' · '}
        {t('surveys.level.dropOut', {
          asked: formatNumber(response.asked, locale),
          answered: formatNumber(response.answered, locale),
          left: formatNumber(response.asked - response.answered, locale),
        })}
      </p>
      <CardTable caption={caption} headings={headings}>
        {statements.map(({ key, text, rate }) => (
          <tr key={key}>
            <th scope="row">{typeset(text[locale], locale)}</th>
            <td data-label={headings[1]}>
              {rate.status === 'shown'
                ? t('cohorts.learning.rateN', {
                    rate: formatPercent(rate.rate, locale),
                    low: formatPercent(rate.interval.low, locale),
                    high: formatPercent(rate.interval.high, locale),
                    people: rate.people,
                  })
                : t(`cohorts.learning.hidden.${rate.reason}`)}
            </td>
            <td data-label={headings[2]}>{rate.status === 'shown' ? formatNumber(rate.people, locale) : '—'}</td>
          </tr>
        ))}
      </CardTable>
    </div>
  )
}

function Learning({ levels, locale, t }: Texts & { levels: readonly LearningLevel[] }) {
  if (levels.length === 0) return <p>{t('surveys.level.noTests')}</p>
  return (
    <ul>
      {levels.map(({ title, people, before, after, dropOuts }) => (
        <li key={title?.fr ?? 'all'}>
          {title && `${typeset(title[locale], locale)} · `}
          {t('surveys.level.means', {
            before: formatPercent(before, locale),
            after: formatPercent(after, locale),
            people: formatNumber(people, locale),
          })}
          {dropOuts !== null && ` · ${t('cohorts.learning.dropOuts', { count: dropOuts })}`}
        </li>
      ))}
    </ul>
  )
}
