import { z } from 'zod'
import { factIdSchema } from '../case/case-parts'
import { EFFECTS, ELEMENTS, type ElementId, type GridFile } from '../case/grid-file'
import { AIMS, CIRCUMSTANCE_IDS } from '../case/trafficking-penalties'
import { certaintySchema } from '../question/answer'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(:[a-z0-9]+(-[a-z0-9]+)*)?$/)
const markSchema = z.strictObject({
  /** The ids of the choices; for the threshold, one for each effect: `will:made-out`. */
  values: z.array(idSchema).max(14),
  supports: z.array(factIdSchema).max(99),
  contradicts: z.array(factIdSchema).max(99),
  certainty: certaintySchema.nullable(),
})
/** Her answer on one element: ids only, no free text. */
export type Mark = z.infer<typeof markSchema>

/** Her answers to a grid. An element that she has not touched is left out. */
export const gridAnswersSchema = z.partialRecord(z.enum(ELEMENTS), markSchema)
export type GridAnswers = z.infer<typeof gridAnswersSchema>

/** A question of an element: `single` allows one answer, the others several. */
export type Choice = { name: string; single: boolean; ids: readonly string[] }

const FOUND = ['made-out', 'not-made-out', 'undecided'] as const

/** The questions of each element. They do not reveal the solution: the options have a fixed order. */
export function choicesOf({ elements }: GridFile, element: ElementId): readonly Choice[] {
  switch (element) {
    case 'act':
      return [{ name: 'act', single: true, ids: FOUND }]
    case 'means':
      return [{ name: 'means', single: true, ids: ['made-out', 'not-made-out', 'not-required', 'undecided'] }]
    case 'purpose': {
      const { aim, others } = elements.purpose
      const offered = AIMS.filter((id) => id === aim || others.includes(id))
      return [{ name: 'purpose', single: true, ids: [...offered, 'not-made-out', 'undecided'] }]
    }
    case 'threshold':
      return EFFECTS.map((effect) => ({
        name: `threshold.${effect}`,
        single: true,
        ids: FOUND.map((value) => `${effect}:${value}`),
      }))
    case 'aggravation': {
      const { circumstances, others } = elements.aggravation
      const offered = CIRCUMSTANCE_IDS.filter((id) => circumstances.includes(id) || others.includes(id))
      return [{ name: 'aggravation', single: false, ids: [...offered, 'none', 'undecided'] }]
    }
    case 'qualification': {
      const others = elements.qualification.others.map(({ id }) => id).toSorted()
      return [{ name: 'qualification', single: true, ids: ['trafficking', ...others, 'none'] }]
    }
  }
}

type Field = (name: string) => readonly string[]

/** Reads the form of a grid. Values that are not offered are dropped, so that only ids of this file are stored. */
export function readAnswers(file: GridFile, facts: ReadonlySet<string>, field: Field): GridAnswers {
  const answers = ELEMENTS.flatMap((element) => {
    const values = choicesOf(file, element).flatMap(({ name, single, ids }) => {
      const given = ids.filter((id) => field(name).includes(id))
      return single ? given.slice(0, 1) : given
    })
    const known = (side: string) => [...facts].filter((fact) => field(`${element}.${side}`).includes(fact))
    const certainty = certaintySchema.safeParse(field(`${element}.k`)[0]).data ?? null
    const mark = {
      values: element === 'aggravation' ? withoutNone(values) : values,
      supports: known('s'),
      contradicts: known('c'),
      certainty,
    }
    return isBlank(mark) ? [] : [[element, mark] as const]
  })
  return Object.fromEntries(answers)
}

/** “None” or “undecided” beside a circumstance is a mistake: the circumstances count. */
function withoutNone(values: readonly string[]): string[] {
  const named = values.filter((id) => id !== 'none' && id !== 'undecided')
  return named.length > 0 ? named : values.slice(0, 1)
}

function isBlank({ values, supports, contradicts, certainty }: Mark): boolean {
  return values.length === 0 && supports.length === 0 && contradicts.length === 0 && certainty === null
}

/** The elements to which she has given a complete answer. */
export function answered(file: GridFile, answers: GridAnswers): ElementId[] {
  return ELEMENTS.filter((element) => {
    const values = answers[element]?.values ?? []
    return element === 'threshold' ? values.length === choicesOf(file, element).length : values.length > 0
  })
}

/** The ids that the reference gives for an element. For an unsettled one: what its file states nevertheless. */
export function referenceOf({ elements }: GridFile, element: ElementId): readonly string[] {
  switch (element) {
    case 'purpose': {
      const { value, aim } = elements.purpose
      return [aim ?? value]
    }
    case 'threshold':
      return EFFECTS.map((effect) => `${effect}:${elements.threshold.effects[effect]}`)
    case 'aggravation': {
      const { value, circumstances } = elements.aggravation
      if (circumstances.length > 0) return circumstances
      return [value === 'undecided' ? 'undecided' : 'none']
    }
    default:
      return [elements[element].value]
  }
}
