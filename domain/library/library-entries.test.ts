import { describe, expect, it } from 'vitest'
import { libraryWith, localized } from '@/tests/support/course-factories'
import { brief, decision, model, procedureChecklist, sign } from '@/tests/support/library-factories'
import type { Figure } from './figure'
import type { Library } from './library'
import { libraryEntries } from './library-entries'
import type { ReferralEntry } from './referral'

const EMPTY = libraryWith({ provisions: {} })
const entries = (part: Partial<Library>) => libraryEntries({ ...EMPTY, ...part })

const contact: ReferralEntry = {
  id: 'green-number',
  name: localized('name'),
  region: null,
  roles: ['hotline'],
  does: localized('**does**'),
  phone: '0800 00 47 47',
  cites: [],
  source: localized('source'),
  statedOn: null,
  verifiedOn: null,
  confidence: 'high',
  lawDate: '2025-12-08',
}
const figure: Figure = {
  id: 'victims',
  order: 1,
  title: localized('title'),
  lead: localized('lead'),
  unit: localized('unit'),
  axis: localized('axis'),
  series: [{ id: 's', label: localized('series') }],
  rows: [{ label: '2024', values: { s: [] } }],
  notes: [localized('note')],
  sources: [{ id: 'report', label: localized('source'), date: null }],
}

describe('a decision', () => {
  const keywords = { begging: { id: 'begging', family: 'form' as const, label: localized('begging') } }
  const found = (overrides: Parameters<typeof decision>[0] = {}) =>
    entries({ keywords, decisions: { x: decision({ id: 'x', ...overrides }) } })[0]

  it('is found by its legal point and its facts', () => {
    expect(found()).toMatchObject({
      kind: 'decision',
      path: '/library/cases/x',
      body: { fr: 'texte legal point texte facts' },
    })
  })

  it('does not reveal its outcome', () => {
    const told = JSON.stringify(found({ outcome: localized('convicted'), reservation: localized('appealed') }))

    expect(told).not.toContain('convicted')
    expect(told).not.toContain('appealed')
    expect(told).not.toContain('comment')
  })

  it('is found by its court, its number and the keywords of the list', () => {
    expect(found({ reference: '2021/2612/45', keywords: ['begging', 'ghost'] })?.also.fr).toBe(
      'texte court 2021/2612/45 texte begging',
    )
  })
})

describe('a term', () => {
  const victim = {
    id: 'victim',
    ar: 'الضحية',
    fr: 'victime',
    en: 'victim',
    source: localized('s'),
    confidence: 'high' as const,
  }

  it('consists of its words in three languages and its note', () => {
    expect(entries({ terms: { victim: { ...victim, note: localized('note') } } })).toMatchObject([
      {
        path: '/library/glossary#term-victim',
        title: { ar: 'الضحية', fr: 'victime', en: 'victim' },
        body: localized('note'),
      },
    ])
  })

  it('is found by the words that it forbids', () => {
    const [entry] = entries({ terms: { victim: { ...victim, forbids: { fr: ['plaignante', 'traitée'] } } } })

    expect(entry?.also).toEqual({ ar: '', fr: 'plaignante traitée', en: '' })
    expect(entry?.body).toEqual({})
  })
})

it('finds a group of signs, and each sign by itself with the form that it belongs to', () => {
  const signs = ['quota', 'fear'].map((id) => sign({ id, text: localized(`**${id}**`) }))
  const group = { id: 'begging', order: 1, title: localized('begging'), lead: localized('lead'), indicators: signs }
  const found = entries({ indicators: { begging: { ...group, lawDate: '2025-12-08' } } })

  expect(found.map(({ path, title, body }) => [path, title.fr, body.fr])).toEqual([
    ['/library/indicators#begging', 'texte begging', 'texte lead'],
    ['/library/indicators#begging-quota', 'texte quota', 'texte begging'],
    ['/library/indicators#begging-fear', 'texte fear', 'texte begging'],
  ])
  expect(found[1]?.also.fr).toBe('texte ask quota texte record quota')
})

it('finds a checklist and a model by their points and parts', () => {
  const found = entries({ procedureChecklists: { opening: procedureChecklist() }, models: { order: model() } })

  expect(found.map(({ kind, path, title, body }) => [kind, path, title.fr, body.fr])).toEqual([
    [
      'checklist',
      '/library/checklists/opening',
      'texte opening',
      'texte lead of opening texte point one texte point two',
    ],
    [
      'model',
      '/library/models/order',
      'texte order',
      'texte lead of order texte title of order texte decides [name] texte signed [name]',
    ],
  ])
})

it('finds a brief by its elements and by what is got wrong, but not by what other entries say in it', () => {
  expect(entries({ briefs: { custody: brief() } })).toMatchObject([
    {
      kind: 'brief',
      path: '/library/briefs/custody',
      title: { fr: 'texte custody' },
      body: { fr: 'texte lead of custody texte rule one texte rule two texte mistake' },
      also: { fr: 'avant l’audience' },
    },
  ])
})

describe('a contact', () => {
  const regions = { '04': { id: '04', name: localized('Rabat'), short: localized('Rabat') } }

  it('is found by its number, its region and its roles', () => {
    expect(entries({ regions, referral: { x: { ...contact, region: '04' } } })[0]).toMatchObject({
      path: '/library/referral#contact-green-number',
      body: { fr: 'texte does' },
      also: { fr: '0800 00 47 47 texte Rabat', en: '0800 00 47 47 text Rabat hotline' },
    })
  })

  it('of the whole country has no region', () => {
    const { phone: _, ...silent } = contact

    expect(entries({ regions, referral: { x: silent } })[0]?.also).toEqual({ en: 'hotline' })
  })
})

it('finds a figure by what it counts and by its notes', () => {
  expect(entries({ figures: { victims: figure } })).toMatchObject([
    {
      path: '/library/figures#figure-victims',
      body: { fr: 'texte lead texte note' },
      also: { fr: 'texte axis texte unit texte series' },
    },
  ])
})

it('gives every entry an id of its own', () => {
  const ids = libraryEntries({
    ...libraryWith(),
    decisions: { x: decision({ id: 'x' }) },
    referral: { x: contact },
    figures: { x: figure },
    procedureChecklists: { x: procedureChecklist({ id: 'x' }) },
    models: { x: model({ id: 'x' }) },
    briefs: { x: brief({ id: 'x' }) },
  }).map(({ id }) => id)

  expect(ids.length).toBeGreaterThan(5)
  expect(new Set(ids).size).toBe(ids.length)
})

it('bears the number of its uses in each part of a provision, if they are counted', () => {
  const library = libraryWith()
  const uses = { 'cp-448-1': 3 } as const
  const counted = libraryEntries(library, ({ id }) => uses[id as keyof typeof uses] ?? 0)
  const usesAt = (page: string) => new Set(counted.filter((entry) => entry.page === page).map((entry) => entry.uses))

  expect(usesAt('/library/law/cp-448-1')).toEqual(new Set([3]))
  expect(usesAt('/library/law/cp-16')).toEqual(new Set([0]))
  expect(libraryEntries(library).every((entry) => entry.uses === undefined)).toBe(true)
})
