import type { ProvisionReport } from '@/domain/cohort/statistics/learning-report'
import type { Course } from '@/domain/course/course'
import type { Locale } from '@/domain/locale'
import type { Translator } from '@/i18n/translator'
import { typeset } from '@/i18n/typography'
import { Scrolling } from '../../ui/scrolling'
import type { FigureTexts } from './figure-texts'
import { HiddenRows } from './hidden-rows'
import { MeasureTable } from './measure-table'

type Props = {
  objectives: readonly ProvisionReport[]
  course: Course
  day: string
  texts: FigureTexts
  locale: Locale
  t: Translator
}

/** Errors and confident errors by objective: all its questions together can reach the minimum group size. */
export function ObjectiveFigures({ objectives, course, day, texts, locale, t }: Props) {
  if (objectives.length === 0) return null
  const nameOf = (id: string) =>
    typeset(course.file.objectives.find((objective) => objective.id === id)?.text[locale] ?? id, locale)
  const shown = objectives.filter((one) => one.errors.status === 'shown' || one.confident.status === 'shown')
  const hidden = objectives.flatMap(({ provision, errors }) => {
    if (errors.status === 'shown' || shown.some((one) => one.provision === provision)) return []
    return [{ id: provision, name: nameOf(provision), why: texts.hidden(errors.reason) }]
  })
  return (
    <section className="card stack" aria-labelledby="objectives">
      <h2 id="objectives">{t('cohorts.learning.byObjective')}</h2>
      <p className="sm muted prose">
        {t('cohorts.learning.note', { definition: t('cohorts.learning.byObjectiveNote'), date: day })}
      </p>
      {shown.length === 0 && <p>{t('cohorts.learning.noneShown')}</p>}
      {shown.length > 0 && (
        <Scrolling>
          <MeasureTable
            caption={t('cohorts.learning.byObjective')}
            headings={[t('cohorts.learning.objective'), t('cohorts.learning.errors'), t('cohorts.learning.confident')]}
            rows={shown.map(({ provision, errors, confident }) => ({
              id: provision,
              head: nameOf(provision),
              cells: [texts.whole(errors), texts.whole(confident)],
            }))}
          />
        </Scrolling>
      )}
      <HiddenRows title={t('cohorts.learning.hiddenRows', { count: hidden.length })} rows={hidden} />
    </section>
  )
}
