import type { ElementId } from '@/domain/case/grid-file'
import type { Locale } from '@/domain/locale'
import type { OpenPart, Solution } from '@/domain/practice/open-part'
import type { Translator } from '@/i18n/translator'
import type { Citing } from '../../ui/inline'
import { SolutionShown } from '../grid/solution-shown'

type Props = {
  element: ElementId
  solution: Solution
  grid: Pick<OpenPart, 'facts' | 'offences'>
  choice: string
  citing: Citing
  locale: Locale
  t: Translator
}

/** What the reference says of the first element, and of it alone. */
export function GridOutcome({ element, solution, grid, choice, citing, locale, t }: Props) {
  const { unsettled, values } = solution
  const right = values.includes(choice)
  return (
    <section className="card stack-s">
      {!unsettled && (
        <p>
          <span className={right ? 'chip ok' : 'chip warn'}>
            {t(`casework.grid.result.outcome.${right ? 'right' : 'wrong'}`)}
          </span>
        </p>
      )}
      <SolutionShown element={element} solution={solution} {...grid} citing={citing} locale={locale} t={t} />
    </section>
  )
}
