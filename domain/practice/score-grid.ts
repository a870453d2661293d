import { EFFECTS, type Effect, ELEMENTS, type ElementId, type GridFile, type Verdict } from '../case/grid-file'
import { qualify } from '../case/qualify'
import { CIRCUMSTANCE_IDS, type CircumstanceId, type Penalty, penaltyFor } from '../case/trafficking-penalties'
import { type GridAnswers, type Mark, referenceOf } from './grid-answers'

/**
 * `open`: jurists differ, all readings are shown. `beside`: for a child, she stated whether the means are made out,
 * which is not wrong but not required. Neither is counted.
 */
export type Outcome = 'right' | 'partly' | 'wrong' | 'unanswered' | 'open' | 'beside'
export type ElementScore = {
  element: ElementId
  outcome: Outcome
  /** The points earned and the possible points; `outOf` is 0 for an element that is not counted. */
  points: number
  outOf: number
  /** Facts of the reference that she marked on the right side, those that she did not, and marked facts outside it. */
  found: readonly string[]
  missed: readonly string[]
  beside: readonly string[]
}
export type GridScore = {
  elements: readonly ElementScore[]
  /** The share of what could be earned, in [0, 1]. */
  share: number
  /** The verdict that follows from her own answers; null while one is missing. */
  leadsTo: Verdict | null
  /** The penalty incurred according to the reference; null if it is not trafficking. */
  penalty: Penalty | null
}

/** @param facts how many facts the file has. */
export function scoreGrid(file: GridFile, facts: number, answers: GridAnswers): GridScore {
  const elements = ELEMENTS.map((element) => scoreElement(file, facts, element, answers[element] ?? BLANK))
  const outOf = sum(elements.map((score) => score.outOf))
  return {
    elements,
    share: outOf === 0 ? 0 : sum(elements.map(({ points }) => points)) / outOf,
    leadsTo: leadsTo(file.victim.minor, answers),
    penalty: file.verdict === 'trafficking' ? penaltyFor(file.elements.aggravation.circumstances) : null,
  }
}

const BLANK: Mark = { values: [], supports: [], contradicts: [], certainty: null }

function scoreElement(file: GridFile, facts: number, element: ElementId, mark: Mark): ElementScore {
  const { supports, contradicts } = file.elements[element]
  const named = [...supports, ...contradicts]
  const marked = [...new Set([...mark.supports, ...mark.contradicts])]
  const told = {
    element,
    found: [
      ...supports.filter((fact) => mark.supports.includes(fact)),
      ...contradicts.filter((fact) => mark.contradicts.includes(fact)),
    ],
    missed: [
      ...supports.filter((fact) => !mark.supports.includes(fact)),
      ...contradicts.filter((fact) => !mark.contradicts.includes(fact)),
    ],
    beside: marked.filter((fact) => !named.includes(fact)),
  }
  const not = uncounted(file, element, mark)
  if (not) return { ...told, outcome: not, points: 0, outOf: 0 }
  const value = valueShare(element, referenceOf(file, element), mark.values)
  const factShare = sharesOfFacts({ supports, contradicts }, mark, facts)
  const outOf = named.length > 0 ? 2 : 1
  // Facts without the right value earn nothing: she marked them for what she states.
  const points = value * (1 + (named.length > 0 ? factShare : 0))
  return { ...told, outcome: outcomeOf(mark, value, named.length > 0 ? factShare : 1), points, outOf }
}

function uncounted({ elements, victim }: GridFile, element: ElementId, { values }: Mark): 'open' | 'beside' | null {
  if (elements[element].value === 'unsettled') return 'open'
  const states = values.includes('made-out') || values.includes('not-made-out')
  return victim.minor && element === 'means' && states ? 'beside' : null
}

/** In [0, 1]: the share of right effects for the threshold, shared over all circumstances (Jaccard), else 0 or 1. */
function valueShare(element: ElementId, reference: readonly string[], values: readonly string[]): number {
  const shared = values.filter((value) => reference.includes(value)).length
  if (element === 'aggravation') return shared / new Set([...reference, ...values]).size
  return shared / reference.length
}

/**
 * The harmonic mean of precision and recall, with the precision corrected for chance: marking everything on a side
 * earns no more than marking nothing there, and a fact that proves nothing always costs points.
 */
function sharesOfFacts(
  { supports, contradicts }: Pick<Mark, 'supports' | 'contradicts'>,
  mark: Mark,
  facts: number,
): number {
  const found =
    mark.supports.filter((fact) => supports.includes(fact)).length +
    mark.contradicts.filter((fact) => contradicts.includes(fact)).length
  const named = supports.length + contradicts.length
  const marked = mark.supports.length + mark.contradicts.length
  const byChance =
    facts === 0
      ? 0
      : (mark.supports.length * supports.length) / facts + (mark.contradicts.length * contradicts.length) / facts
  if (found === 0 || named === 0 || marked <= byChance) return 0
  const precision = Math.max(0, (found - byChance) / (marked - byChance))
  const recall = found / named
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function outcomeOf({ values }: Mark, value: number, facts: number): Outcome {
  if (values.length === 0) return 'unanswered'
  if (value === 0) return 'wrong'
  return value === 1 && facts === 1 ? 'right' : 'partly'
}

/** The verdict by the statute on her answers. That the victim is a child is a fact of the file, not an answer. */
function leadsTo(minor: boolean, answers: GridAnswers): Verdict | null {
  const [act] = answers.act?.values ?? []
  const [means] = answers.means?.values ?? []
  const [purpose] = answers.purpose?.values ?? []
  const effect = (name: Effect) =>
    (answers.threshold?.values ?? []).find((value) => value.startsWith(`${name}:`))?.slice(name.length + 1)
  if (!act || !purpose || !(minor || means) || EFFECTS.some((name) => !effect(name))) return null
  return qualify({
    minor,
    act: found(act),
    means: found(means),
    purpose: purpose === 'not-made-out' || purpose === 'undecided' ? purpose : 'made-out',
    effects: { will: found(effect('will')), freedom: found(effect('freedom')), dignity: found(effect('dignity')) },
  })
}

type Found = 'made-out' | 'not-made-out' | 'undecided'

function found(value: string | undefined): Found {
  return value === 'made-out' || value === 'not-made-out' ? value : 'undecided'
}

/** The circumstances among the values of an answer. */
export function circumstancesIn(values: readonly string[]): CircumstanceId[] {
  return CIRCUMSTANCE_IDS.filter((id) => values.includes(id))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
