import { z } from 'zod'
import type { IndicatorGroup } from '../../library/indicator'
import { localizedSchema } from '../../locale'
import { factIdSchema } from '../case-parts'
import {
  CHILD_ANSWERS,
  CHILDREN_GROUP,
  type ChildAnswer,
  MARKS,
  type Mark,
  signName,
  worksheetGroups,
} from './worksheet'

/** How the authors of an invented file read its signs. A sign that they do not name counts as `unasked`. */
export const worksheetReadingSchema = z.strictObject({
  child: z.enum(CHILD_ANSWERS),
  signs: z
    .array(
      z.strictObject({
        /** `general.fear`: a group of library/indicators and one of its signs. */
        sign: z.string().regex(/^[a-z0-9-]+\.[a-z0-9-]+$/),
        mark: z.enum(MARKS),
        facts: z.array(factIdSchema).default([]),
        /** Where the reading is not obvious. */
        why: localizedSchema.optional(),
      }),
    )
    .min(1),
})
export type WorksheetReading = z.infer<typeof worksheetReadingSchema>

/** The groups of signs on the worksheet of a file: the common ones, and the form of exploitation of the file. */
export function groupsOfFile(groups: Readonly<Record<string, IndicatorGroup>>, form: string): IndicatorGroup[] {
  const { common, forms } = worksheetGroups(groups)
  return [...common, ...forms.filter(({ id }) => id === form)]
}

/** Her answer on one sign. `fact`: the fact of the file that she quotes. */
export type SignAnswer = { mark: Mark; fact: string | null }
export type WorksheetAnswers = { child: ChildAnswer | null; signs: ReadonlyMap<string, SignAnswer> }

type Sent = (name: string) => unknown

/** Reads the form of a file. Only answers and numbers of facts are read; anything else that was typed is dropped. */
export function readWorksheet(
  sent: Sent,
  groups: readonly IndicatorGroup[],
  facts: readonly string[],
): WorksheetAnswers {
  const child = CHILD_ANSWERS.find((answer) => answer === sent('child')) ?? null
  const signs = groups.flatMap(({ id: group, indicators }) =>
    indicators.flatMap(({ id }): [string, SignAnswer][] => {
      const name = signName(group, id)
      const mark = MARKS.find((one) => one === sent(name))
      return mark ? [[name, { mark, fact: factIn(sent(`fact:${name}`), facts) }]] : []
    }),
  )
  return { child, signs: new Map(signs) }
}

function factIn(typed: unknown, facts: readonly string[]): string | null {
  const [, number] = /^\s*[Ff]?([1-9]\d?)\s*$/.exec(typeof typed === 'string' ? typed : '') ?? []
  return facts.find((fact) => fact === `F${number}`) ?? null
}

export type ComparedSign = {
  name: string
  own: SignAnswer | null
  authors: { mark: Mark; facts: readonly string[]; why: WorksheetReading['signs'][number]['why'] | null }
  agrees: boolean
  /** Whether the fact that she quotes is one of the authors'; null if she or they quote none. */
  quoted: boolean | null
}

/** The groups that are compared: if the person is no child, the signs of children are left out. */
export function groupsCompared<G extends Pick<IndicatorGroup, 'id'>>(
  { child }: Pick<WorksheetReading, 'child'>,
  groups: readonly G[],
): G[] {
  return groups.filter(({ id }) => child !== 'no' || id !== CHILDREN_GROUP)
}

/** Compares her reading with the authors', sign by sign. There is no score. */
export function compareWorksheet(
  { child, signs }: WorksheetAnswers,
  reading: WorksheetReading,
  groups: readonly IndicatorGroup[],
): { child: { own: ChildAnswer | null; authors: ChildAnswer; agrees: boolean }; signs: ComparedSign[] } {
  const names = groupsCompared(reading, groups).flatMap(({ id, indicators }) =>
    indicators.map((sign) => signName(id, sign.id)),
  )
  return {
    child: { own: child, authors: reading.child, agrees: child === reading.child },
    signs: names.map((name) => {
      const own = signs.get(name) ?? null
      const named = reading.signs.find(({ sign }) => sign === name)
      const authors = { mark: named?.mark ?? 'unasked', facts: named?.facts ?? [], why: named?.why ?? null }
      const quoted = own?.fact && authors.facts.length > 0 ? authors.facts.includes(own.fact) : null
      return { name, own, authors, agrees: own?.mark === authors.mark, quoted }
    }),
  }
}
