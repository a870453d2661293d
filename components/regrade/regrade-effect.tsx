import type { RegradeEffect } from '@/domain/exam/regrade'
import type { Locale } from '@/domain/locale'
import { formatNumber, type Translator } from '@/i18n/translator'
import { Facts } from '../ui/facts'

type Cell = { status: 'shown'; people: number } | { status: 'hidden' }
export type ShownEffect = { people: Cell; effects: readonly { effect: RegradeEffect; people: Cell }[] }

/**
 * The effect of grading again, in numbers of people. Small numbers are suppressed, and others that would reveal them.
 */
export function RegradeEffectFacts({ report, locale, t }: { report: ShownEffect; locale: Locale; t: Translator }) {
  const count = (cell: Cell) => (cell.status === 'shown' ? formatNumber(cell.people, locale) : t('regrade.hidden'))
  return (
    <>
      <Facts
        facts={[
          { label: t('regrade.people'), value: count(report.people) },
          ...report.effects.map(({ effect, people }) => ({
            label: t(`regrade.effects.${effect}`),
            value: count(people),
          })),
        ]}
      />
      <p className="sm muted">{t('regrade.rule')}</p>
    </>
  )
}
