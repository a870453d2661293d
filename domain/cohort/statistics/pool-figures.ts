import { sum } from './count-table'
import type { Cell, DisclosedMeasure, HiddenReason } from './disclose'
import type { GroupChoices } from './disclosed-choices'
import type { Rate } from './facility'
import { wilsonInterval } from './wilson-interval'

type Hidden = { status: 'hidden'; reason: HiddenReason }

/**
 * The rate over all groups that show it. A group whose figure is hidden is left out with all its people, so the pooled
 * figure reveals nothing that does not follow from what each group may show.
 */
export function poolRates(rates: readonly Rate[], label: string): Rate {
  const shown = rates.filter((rate) => rate.status === 'shown')
  if (shown.length === 0) return { label, ...hiddenAs(rates) }
  const people = sum(shown.map((rate) => rate.people))
  const counted = Math.round(sum(shown.map((rate) => rate.rate * rate.people)))
  return { label, status: 'shown', people, rate: counted / people, interval: wilsonInterval(counted, people) }
}

/**
 * Pools a measure that is not additive: the mean of what the groups show, weighted by their people.
 *
 * @param pick gets the number out of a value. @param put returns the value with the pooled number instead.
 * @see Hunter & Schmidt, Methods of Meta-Analysis, 3rd ed., 2015, ch. 3: the mean correlation, weighted by sample size.
 */
export function poolMeasures<V extends object>(
  measures: readonly DisclosedMeasure<V>[],
  pick: (value: V) => number,
  put: (value: V, pooled: number) => V,
): DisclosedMeasure<V> | null {
  const [first] = measures
  if (!first) return null
  const { definition } = first
  const shown = measures.filter((measure) => measure.status === 'shown')
  const [example] = shown
  if (!example) return { definition, ...hiddenAs(measures) }
  const people = sum(shown.map((measure) => measure.people))
  const pooled = sum(shown.map((measure) => pick(measure.value) * measure.people)) / people
  return { definition, status: 'shown', people, value: put(example.value, pooled) }
}

/** Pools the groups whose number of people is shown. If one of them hides a choice, the pooled choice is hidden. */
export function poolChoices(groups: readonly GroupChoices[]): GroupChoices {
  const counted = groups.filter(({ people }) => people.status === 'shown')
  if (counted.length === 0) return { people: hiddenAs(groups.map(({ people }) => people)), chosen: [], leftOut: null }
  const labels = [...new Set(counted.flatMap(({ chosen }) => chosen.map(({ label }) => label)))]
  const leftOut = counted.flatMap((group) => group.leftOut ?? [])
  return {
    people: addCells(counted.map(({ people }) => people)),
    chosen: labels.map((label) => ({
      label,
      cell: addCells(
        counted.flatMap(({ chosen }) => chosen.filter((choice) => choice.label === label)).map(({ cell }) => cell),
      ),
    })),
    leftOut: leftOut.length === 0 ? null : addCells(leftOut),
  }
}

function addCells(cells: readonly Cell[]): Cell {
  const hidden = cells.find((cell) => cell.status === 'hidden')
  if (hidden) return { status: 'hidden', reason: 'protects-a-group' }
  return { status: 'shown', people: sum(cells.map((cell) => (cell.status === 'shown' ? cell.people : 0))) }
}

/** The weakest reason that is true of all groups: "too few people" is stated only if it applies to every group. */
function hiddenAs(figures: readonly ({ status: 'shown' } | Hidden)[]): Hidden {
  const reasons = new Set(figures.flatMap((figure) => (figure.status === 'hidden' ? figure.reason : [])))
  const [only] = reasons
  return { status: 'hidden', reason: reasons.size === 1 && only ? only : 'protects-a-group' }
}
