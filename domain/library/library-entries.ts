import type { Localized } from '../locale'
import { plainText } from '../text/markup'
import type { Brief } from './brief'
import type { ProcedureChecklist } from './checklist'
import type { Decision, Keyword } from './decision'
import { entryPath } from './entry-path'
import type { Figure } from './figure'
import type { Term } from './glossary'
import type { IndicatorGroup } from './indicator'
import { lawEntries } from './law-entries'
import { type Library, lookUp } from './library'
import type { Model } from './model'
import type { Provision } from './provision'
import type { ReferralEntry, Region } from './referral'
import { inEach, joinTexts, type SearchEntry } from './search-entry'

/** The search entries of everything in the library, each provision with the number of its uses if they are counted. */
export function libraryEntries(library: Library, usesOf?: (provision: Provision) => number): SearchEntry[] {
  return [
    ...Object.values(library.provisions).flatMap((provision) =>
      lawEntries(provision, library.instruments).map((entry) => ({
        ...entry,
        ...(usesOf && { uses: usesOf(provision) }),
      })),
    ),
    ...Object.values(library.decisions).map((decision) => decisionEntry(decision, library.keywords)),
    ...Object.values(library.terms).map(termEntry),
    ...Object.values(library.indicators).flatMap(indicatorEntries),
    ...Object.values(library.procedureChecklists).map(checklistEntry),
    ...Object.values(library.models).map(modelEntry),
    ...Object.values(library.briefs).map(briefEntry),
    ...Object.values(library.referral).map((contact) => referralEntry(contact, library.regions)),
    ...Object.values(library.figures).map(figureEntry),
  ]
}

/** Without the outcome: a reader who comes from a search is still asked to predict it. */
function decisionEntry(decision: Decision, keywords: Readonly<Record<string, Keyword>>): SearchEntry {
  const { id, title, court, reference, facts, legalPoint } = decision
  const path = `/library/cases/${id}`
  const labels = decision.keywords.map((keyword) => lookUp(keywords, keyword)?.label)
  const file = reference === null ? null : inEach(() => reference)
  return {
    id: `decision ${id}`,
    kind: 'decision',
    path,
    page: path,
    title,
    body: plain(joinTexts(legalPoint, facts)),
    also: joinTexts(court, file, ...labels),
  }
}

function termEntry({ id, ar, fr, en, note, forbids = {} }: Term): SearchEntry {
  return {
    id: `term ${id}`,
    kind: 'term',
    path: entryPath.term(id),
    page: entryPath.term(id),
    title: { ar, fr, en },
    body: plain(note ?? {}),
    // A reader who searches for a forbidden variant finds the right term.
    also: inEach((locale) => (forbids[locale] ?? []).join(' ')),
  }
}

/** One entry for the whole group, and one for each indicator. */
function indicatorEntries({ id: group, title, lead, indicators }: IndicatorGroup): SearchEntry[] {
  const whole = entryPath.indicators(group)
  const entries = indicators.map(({ id, ...sign }) => ({ path: entryPath.indicator(group, id), id, ...sign }))
  return [
    {
      id: `indicator ${group}`,
      kind: 'indicator',
      path: whole,
      page: whole,
      title,
      body: plain(lead),
      also: GROUP_WORDS,
    },
    ...entries.map(
      ({ id, text, ask, record, path }): SearchEntry => ({
        id: `indicator ${group} ${id}`,
        kind: 'indicator',
        path,
        page: path,
        title: plain(text),
        body: title,
        also: plain(joinTexts(ask, record)),
      }),
    ),
  ]
}

function checklistEntry({ id, title, lead, items }: ProcedureChecklist): SearchEntry {
  const path = entryPath.checklist(id)
  const points = items.map(({ text }) => text)
  return {
    id: `checklist ${id}`,
    kind: 'checklist',
    path,
    page: path,
    title,
    body: plain(joinTexts(lead, ...points)),
    also: CHECKLIST_WORDS,
  }
}

function modelEntry({ id, title, lead, parts }: Model): SearchEntry {
  const path = entryPath.model(id)
  const texts = parts.map(({ text }) => text)
  return {
    id: `model ${id}`,
    kind: 'model',
    path,
    page: path,
    title,
    body: plain(joinTexts(lead, ...texts)),
    also: MODEL_WORDS,
  }
}

function briefEntry({ id, title, lead, elements, mistakes }: Brief): SearchEntry {
  const path = entryPath.brief(id)
  const points = [...elements, ...mistakes].map(({ text }) => text)
  return {
    id: `brief ${id}`,
    kind: 'brief',
    path,
    page: path,
    title,
    body: plain(joinTexts(lead, ...points)),
    also: BRIEF_WORDS,
  }
}

/** Words that readers use for a checklist and for a model. */
const CHECKLIST_WORDS: Localized = { ar: 'قائمة تحقق', fr: 'liste de contrôle aide-mémoire', en: 'checklist' }
const MODEL_WORDS: Localized = { ar: 'نموذج صيغة', fr: 'modèle trame', en: 'model template' }

/** The words under which the library offers its briefs. */
export const BRIEF_WORDS: Localized = { ar: 'قبل الجلسة', fr: 'avant l’audience', en: 'before the hearing' }

/** Words that readers use for a group of indicators. */
const GROUP_WORDS: Localized = { ar: 'مؤشرات علامات', fr: 'indicateurs signes', en: 'indicators signs' }

function referralEntry(contact: ReferralEntry, regions: Readonly<Record<string, Region>>): SearchEntry {
  const { id, name, does, region, phone, roles } = contact
  const path = entryPath.referral(id)
  const number = phone === undefined ? null : inEach(() => phone)
  return {
    id: `referral ${id}`,
    kind: 'referral',
    path,
    page: path,
    title: name,
    body: plain(does),
    also: joinTexts(number, region === null ? null : lookUp(regions, region)?.name, { en: roles.join(' ') }),
  }
}

function figureEntry({ id, title, lead, axis, unit, series, notes }: Figure): SearchEntry {
  const path = entryPath.figure(id)
  const labels = series.map(({ label }) => label)
  return {
    id: `figure ${id}`,
    kind: 'figure',
    path,
    page: path,
    title,
    body: plain(joinTexts(lead, ...notes)),
    also: joinTexts(axis, unit, ...labels),
  }
}

function plain<T extends Partial<Localized>>(texts: T): T {
  return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, plainText(text)])) as T
}
