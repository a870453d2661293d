import { z } from 'zod'
import { LOCALES, type Locale, localeSchema } from '../locale'
import { AREAS, type Area } from '../signoff/scope'
import { partOfText } from '../signoff/text-key'
import type { WaitingState } from './proposal'
import { lastSigned, type SignatureMark, type SignState, signState } from './signature'
import type { EditorialText } from './text'

/** The possible faults in the figures of a question. Each has its words under `editorial.queue.figures`. */
export const FIGURE_FAULTS = ['facility', 'discrimination', 'confident', 'language'] as const
export type FigureFault = (typeof FIGURE_FAULTS)[number]

/** Why a text should be read soon. Each has its words under `editorial.queue.reasons`. */
export type Reason =
  /** A provision that it cites has changed since its law date and its signatures. */
  | { kind: 'law-changed'; provision: string; since: string }
  /** Readers have reported errors that nobody has answered. */
  | { kind: 'errors'; count: number }
  /** Corrections that colleagues propose, and that nobody has decided. */
  | { kind: 'proposals'; count: number }
  /** Accepted corrections that are not in the file, because it had changed. */
  | { kind: 'conflicts'; count: number }
  /** Questions in it whose disclosed figures are bad. */
  | { kind: 'figures'; questions: number; faults: readonly FigureFault[] }
  /** An open question of law names it. */
  | { kind: 'open-question'; number: number }
  /** It was signed, and its words have changed. */
  | { kind: 'changed' }
  | { kind: 'unsigned' }
export type ReasonKind = Reason['kind']

/** The weight of each reason: any reason outweighs the number of readers. */
const WEIGHTS: Record<ReasonKind, number> = {
  'law-changed': 1000,
  errors: 800,
  proposals: 700,
  conflicts: 650,
  figures: 600,
  'open-question': 500,
  changed: 400,
  unsigned: 100,
}
const READERS_AT_MOST = 99

export const ORDERS = ['risk', 'read', 'short'] as const
export const WHOSE = ['all', 'mine', 'free'] as const

/** The filters of the queue, read from the query string. Unknown values are ignored. */
export const queueQuerySchema = z.object({
  part: z.string().max(80).catch(''),
  area: z.enum(AREAS).nullable().catch(null),
  language: localeSchema.nullable().catch(null),
  order: z.enum(ORDERS).catch('risk'),
  whose: z.enum(WHOSE).catch('all'),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
})
export type QueueQuery = z.infer<typeof queueQuerySchema>

export function readQueueQuery(query: URLSearchParams): QueueQuery {
  const typed = Object.fromEntries([...query].filter(([, value]) => value !== ''))
  return queueQuerySchema.parse({ area: null, language: null, ...typed })
}

/** Who has been asked to review a language of a text. */
export type Assignment = { language: Locale; accountId: string; signer: string; function: string; since: Date }

/** How many proposals of one state wait. `language`: null if they concern all languages. */
export type WaitingProposals = { language: Locale | null; state: WaitingState; count: number }

/** The current data about a text, besides the text itself. */
export type CurrentFacts = {
  signatures: readonly SignatureMark[]
  assignments: readonly Assignment[]
  errors: number
  proposals: readonly WaitingProposals[]
  readers: number
  figures: { questions: number; faults: readonly FigureFault[] } | null
}

export type QueueEntry = {
  text: EditorialText
  states: Readonly<Record<Locale, SignState>>
  /** The language to open first: of her languages the first that is not signed yet, in the order of the site. */
  language: Locale
  reasons: readonly Reason[]
  risk: number
  readers: number
  assignments: readonly Assignment[]
}

/** The facts about a text that do not change from request to request: changes of the law, and open questions. */
export type Known = {
  lawChanges: readonly { provision: string; since: string }[]
  openQuestions: readonly number[]
}

type Asked = { scope: { languages: readonly Locale[] }; area: Area; language: Locale | null }

/** The entry of a text in the queue; null if it needs nothing more in her languages. */
export function queueEntry(
  text: EditorialText,
  { lawChanges, openQuestions }: Known,
  current: CurrentFacts,
  { scope, area, language }: Asked,
): QueueEntry | null {
  const { signatures, assignments, errors, proposals, readers, figures } = current
  const hers = LOCALES.filter((locale) => scope.languages.includes(locale) && (language ?? locale) === locale)
  const state = (locale: Locale) => signState(text, signatures, locale, area)
  const states = { ar: state('ar'), fr: state('fr'), en: state('en') }
  const left = hers.filter((locale) => states[locale] !== 'signed')
  const law = lawChanges.filter(({ since }) =>
    hers.some((locale) => (lastSigned(text, signatures, locale, 'legal') ?? '') < since),
  )
  const reasons: Reason[] = [
    ...law.map((change) => ({ kind: 'law-changed' as const, ...change })),
    ...(errors > 0 ? [{ kind: 'errors' as const, count: errors }] : []),
    ...waitingReasons(proposals, hers),
    ...(figures ? [{ kind: 'figures' as const, ...figures }] : []),
    ...(left.length > 0 ? openQuestions.map((number) => ({ kind: 'open-question' as const, number })) : []),
    ...(left.some((locale) => states[locale] === 'changed') ? [{ kind: 'changed' as const }] : []),
    ...(left.some((locale) => states[locale] === 'unsigned') ? [{ kind: 'unsigned' as const }] : []),
  ]
  const first = left[0] ?? hers[0]
  if (reasons.length === 0 || !first) return null
  const kinds = new Set(reasons.map(({ kind }) => kind))
  const weight = [...kinds].reduce((sum, kind) => sum + WEIGHTS[kind], 0)
  const risk = weight + Math.min(READERS_AT_MOST, Math.round(Math.log2(1 + readers) * 6))
  return { text, states, language: first, reasons, risk, readers, assignments }
}

function waitingReasons(proposals: readonly WaitingProposals[], languages: readonly Locale[]): Reason[] {
  const hers = proposals.filter(({ language }) => language === null || languages.includes(language))
  const waiting = (wanted: WaitingState) =>
    hers.reduce((sum, { state, count }) => (state === wanted ? sum + count : sum), 0)
  const [open, conflicts] = [waiting('open'), waiting('conflict')]
  return [
    ...(open > 0 ? [{ kind: 'proposals' as const, count: open }] : []),
    ...(conflicts > 0 ? [{ kind: 'conflicts' as const, count: conflicts }] : []),
  ]
}

/** The entries that match her filters, in the order that she chose. */
export function sortQueue(
  entries: readonly QueueEntry[],
  { part, order, whose }: Pick<QueueQuery, 'part' | 'order' | 'whose'>,
  accountId: string,
): QueueEntry[] {
  const wanted = entries.filter(
    ({ text, assignments }) =>
      (part === '' || partOfText(text.key) === part) &&
      (whose === 'all' ||
        (whose === 'mine'
          ? assignments.some((one) => one.accountId === accountId)
          : assignments.every((one) => one.accountId === accountId))),
  )
  const key = { risk: byRisk, read: byReaders, short: byMinutes }[order]
  return wanted.toSorted((one, other) => key(one, other) || byRisk(one, other))
}

type Compare = (one: QueueEntry, other: QueueEntry) => number
const byRisk: Compare = (one, other) => other.risk - one.risk || one.text.minutes - other.text.minutes
const byReaders: Compare = (one, other) => other.readers - one.readers
const byMinutes: Compare = (one, other) => one.text.minutes - other.text.minutes
