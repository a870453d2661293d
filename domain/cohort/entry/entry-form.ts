import { textFields } from '../../form/form-fields'
import { type DomainProblem, readDomain } from './email-domain'
import { ENTRY_WAYS, type Entry, type EntryWay } from './entry'

export const MOST_DOMAINS = 20

/** Each has a sentence in i18n/messages/*.json under `cohorts.entry.problems`. */
export type EntryProblem = DomainProblem | 'choose' | 'none' | 'too-many'
export type EntryFields = Omit<Entry, 'code'>
export type EntryForm = { way: string; domains: string; approval: string }
export type EntryReading =
  | { status: 'read'; fields: EntryFields }
  /** `domain`: the wrong one, as it was typed. */
  | { status: 'wrong'; name: keyof EntryForm; problem: EntryProblem; domain: string }

export function entryForm(form: FormData): EntryForm {
  return textFields(form, ['way', 'domains', 'approval'])
}

/** Domains are typed one a line, or separated by spaces, commas or semicolons. */
export function readEntry({ way: chosen, domains: typed, approval }: EntryForm): EntryReading {
  const way = ENTRY_WAYS.find((option) => option === chosen)
  if (!way) return wrong('way', 'choose')
  if (approval !== 'yes' && approval !== 'no') return wrong('approval', 'choose')
  const read = readDomains(typed, way)
  if ('status' in read) return read
  return { status: 'read', fields: { way, domains: read.domains, approval: approval === 'yes' } }
}

function readDomains(typed: string, way: EntryWay): { domains: string[] } | EntryReading {
  const texts = typed.split(/[\s,;،؛]+/).filter(Boolean)
  if (texts.length > MOST_DOMAINS) return wrong('domains', 'too-many')
  const domains: string[] = []
  for (const text of texts) {
    const reading = readDomain(text)
    if (reading.status === 'wrong') return wrong('domains', reading.problem, text)
    domains.push(reading.domain)
  }
  const needed = way === 'domain' || way === 'both'
  return needed && domains.length === 0 ? wrong('domains', 'none') : { domains: [...new Set(domains)] }
}

function wrong(name: keyof EntryForm, problem: EntryProblem, domain = ''): EntryReading {
  return { status: 'wrong', name, problem, domain }
}
