import type { CaseFile } from '../case/case-file'
import { type CaseDocument, type CaseFact, documentsOf, factsIn } from '../case/case-text'
import { ELEMENTS, type ElementId, type GridFile } from '../case/grid-file'
import type { Locale, Localized } from '../locale'
import { type Choice, choicesOf, referenceOf } from './grid-answers'

/** What the reference says about one element. */
export type Solution = {
  /** `unsettled`: jurists differ, and `values` hold what the file states nevertheless. */
  unsettled: boolean
  values: readonly string[]
  supports: readonly string[]
  contradicts: readonly string[]
  feedback: Localized
  cites: readonly string[]
  readings: readonly { text: Localized; cites: readonly string[] }[]
}
export type Offence = { id: string; text: Localized; cites: readonly string[] }

/**
 * What a reader sees of a grid before she hands it in, built by listing its fields, so that no part of the
 * solution is sent by accident. `shown`: the elements that a worked file explains.
 */
export type OpenPart = Pick<CaseFile, 'id' | 'order' | 'title' | 'lead' | 'lawDate'> & {
  guidance: GridFile['guidance']
  papers: readonly CaseDocument[]
  facts: readonly CaseFact[]
  elements: readonly { element: ElementId; choices: readonly Choice[]; shown: Solution | null }[]
  offences: readonly Offence[]
}

/** How many elements a file explains, by its guidance: always the first ones. */
const SHOWN = { worked: ELEMENTS.length, partial: ELEMENTS.length / 2, none: 0 } as const

export function openPart({ file, bodies }: { file: GridFile; bodies: Localized }, locale: Locale): OpenPart {
  const { id, order, title, lead, lawDate, guidance } = file
  const papers = documentsOf({ bodies }, locale)
  return {
    id,
    order,
    title,
    lead,
    lawDate,
    guidance,
    papers,
    facts: factsIn(papers),
    elements: ELEMENTS.map((element, place) => ({
      element,
      choices: choicesOf(file, element),
      shown: place < SHOWN[guidance] ? solutionOf(file, element) : null,
    })),
    offences: file.elements.qualification.others.toSorted((a, b) => a.id.localeCompare(b.id)),
  }
}

export function solutionOf(file: GridFile, element: ElementId): Solution {
  const { value, supports, contradicts, feedback, cites, readings = [] } = file.elements[element]
  const values = referenceOf(file, element)
  return { unsettled: value === 'unsettled', values, supports, contradicts, feedback, cites, readings }
}
