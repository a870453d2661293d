import type { HalfYear } from '@/domain/cohort/report/half-year'
import type { Translator } from '@/i18n/translator'

/** `1er semestre 2026`. */
export function halfName(half: HalfYear, t: Translator): string {
  const [year = half, number] = half.split('-')
  return t(number === '2' ? 'report.secondHalf' : 'report.firstHalf', { year })
}
