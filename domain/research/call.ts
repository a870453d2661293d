import { z } from 'zod'
import { isGiven, type Texts, textsSchema } from '../text/texts'
import { type Day, daySchema, nextDay } from '../time/day'

export type CallFields = { titles: Texts; texts: Texts; link: string | null; deadline: Day }

const LONGEST_TITLE = 150
const LONGEST_TEXT = 3000
/** How far ahead a deadline may be, in days. */
const FARTHEST = 730
/** How many calls of one institution may be open at once. */
export const MOST_CALLS = 20

const title = z.string().trim().max(LONGEST_TITLE)
const text = z.string().trim().max(LONGEST_TEXT)
const schema = z.object({
  titleArabic: title,
  textArabic: text,
  titleFrench: title,
  textFrench: text,
  titleEnglish: title,
  textEnglish: text,
  link: z.union([z.literal(''), z.url({ protocol: /^https$/ }).max(500)]),
  deadline: daySchema,
})
export const CALL_FIELDS = Object.keys(schema.shape) as (keyof z.infer<typeof schema>)[]

/** What is wrong with a call, each with its sentence under `calls.problems`. */
export type CallProblem = 'texts' | 'link' | 'deadline'
export type ReadCall = { call: CallFields } | { problem: CallProblem }

/** A call as it was typed: a language has both a title and a text, or neither, and at least one language is given. */
export function readCall(typed: Readonly<Record<string, string>>, today: Day): ReadCall {
  const { data, error } = schema.safeParse(typed)
  if (!data) return { problem: problemAt(error.issues[0]?.path[0]) }
  const titles = given(data.titleArabic, data.titleFrench, data.titleEnglish)
  const texts = given(data.textArabic, data.textFrench, data.textEnglish)
  if (!isGiven(titles) || Object.keys(titles).join() !== Object.keys(texts).join()) return { problem: 'texts' }
  if (data.deadline < today || data.deadline > nextDay(today, FARTHEST)) return { problem: 'deadline' }
  return { call: { titles, texts, link: data.link || null, deadline: data.deadline } }
}

function problemAt(field: PropertyKey | undefined): CallProblem {
  return field === 'link' || field === 'deadline' ? field : 'texts'
}

function given(ar: string, fr: string, en: string): Texts {
  const texts = textsSchema.parse({ ar: ar || undefined, fr: fr || undefined, en: en || undefined })
  return Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined))
}

/** A call is open until the end of its last day, in Morocco. */
export function isCallOpen({ deadline }: Pick<CallFields, 'deadline'>, today: Day): boolean {
  return today <= deadline
}
