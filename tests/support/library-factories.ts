import type { LedgerSource, LibrarySource } from '@/domain/course/checks/source'
import { type Brief, briefSchema } from '@/domain/library/brief'
import type { ProcedureChecklist } from '@/domain/library/checklist'
import type { Decision } from '@/domain/library/decision'
import type { IndicatorGroup } from '@/domain/library/indicator'
import type { Model } from '@/domain/library/model'
import type { EntrySignoff } from '@/domain/signoff/entry-signoff'
import { localized, yamlSource } from './course-factories'

export function librarySource(overrides: Partial<LibrarySource> = {}): LibrarySource {
  return {
    instruments: yamlSource('library/law/instruments.yaml', []),
    terms: yamlSource('library/glossary.yaml', []),
    forbiddenTerms: yamlSource('library/forbidden-terms.yaml', []),
    provisions: [],
    keywords: yamlSource('library/keywords.yaml', []),
    decisions: [],
    indicators: [],
    regions: yamlSource('library/referral/regions.yaml', []),
    referral: yamlSource('library/referral/entries.yaml', []),
    pathway: {
      actors: yamlSource('library/referral/actors.yaml', []),
      steps: yamlSource('library/referral/steps.yaml', []),
      rules: yamlSource('library/referral/rules.yaml', []),
      orders: yamlSource('library/referral/orders.yaml', []),
      profiles: yamlSource('library/referral/profiles.yaml', []),
    },
    figures: [],
    checklists: yamlSource('library/checklists.yaml', []),
    procedureChecklists: yamlSource('library/procedure-checklists.yaml', []),
    models: [],
    briefs: [],
    questions: yamlSource('library/questions.yaml', { ideas: [], answers: [] }),
    ledgers: [],
    localized: [],
    texts: [],
    ...overrides,
  }
}

export function decision(overrides: Partial<Decision> = {}): Decision {
  return {
    id: 'ma-tanger-2024',
    origin: 'morocco',
    title: localized('title'),
    court: localized('court'),
    date: '2024-05',
    reference: null,
    keywords: ['begging', 'child'],
    facts: localized('facts'),
    legalPoint: localized('legal point'),
    outcome: localized('outcome'),
    reservation: null,
    prediction: {
      question: localized('question'),
      options: [
        { id: 'a', text: localized('a') },
        { id: 'b', text: localized('b') },
      ],
      holding: 'a',
      comment: localized('comment'),
    },
    cites: ['cp-448-1#2'],
    sources: [{ label: localized('source') }],
    papers: 1,
    confidence: 'medium',
    lawDate: '2025-12-08',
    ...overrides,
  }
}

/** A sign of an indicator group. */
export function sign(
  overrides: Partial<IndicatorGroup['indicators'][number]> = {},
): IndicatorGroup['indicators'][number] {
  const { id = 'fear' } = overrides
  return {
    id,
    text: localized(id),
    ask: localized(`ask ${id}`),
    record: localized(`record ${id}`),
    concerns: 'anyone',
    cites: ['cp-448-1'],
    ...overrides,
  }
}

export function procedureChecklist(overrides: Partial<ProcedureChecklist> = {}): ProcedureChecklist {
  return {
    id: 'opening',
    title: localized('opening'),
    lead: localized('lead of opening'),
    lessons: ['trial/opening'],
    lawDate: '2025-12-08',
    items: ['one', 'two'].map((point) => ({ text: localized(`point ${point}`), cites: ['cp-448-1'] })),
    ...overrides,
  }
}

export function model(overrides: Partial<Model> = {}): Model {
  return {
    id: 'order',
    order: 1,
    title: localized('order'),
    lead: localized('lead of order'),
    lessons: ['trial/opening'],
    lawDate: '2025-12-08',
    parts: [
      { as: 'title', text: localized('title of order') },
      { as: 'decision', text: localized('decides [name]'), cites: ['cp-448-1'], note: localized('note to draft') },
      { as: 'signature', text: localized('signed [name]') },
    ],
    ...overrides,
  }
}

export function brief(overrides: Partial<Record<keyof Brief, unknown>> = {}): Brief {
  const point = (text: string) => ({ text: localized(text), cites: ['cp-448-1#1'] })
  return briefSchema.parse({
    id: 'custody',
    order: 1,
    kind: 'measure',
    title: localized('custody'),
    lead: localized('lead of custody'),
    texts: ['cp-448-1'],
    elements: [point('rule one'), point('rule two')],
    checks: [point('check one'), point('check two')],
    mistakes: [point('mistake')],
    lessons: ['trial/opening'],
    lawDate: '2025-12-08',
    ...overrides,
  })
}

/** A valid sign-off of `ledger`'s only entry. */
export function entrySign(overrides: Partial<EntrySignoff[number]> = {}): EntrySignoff[number] {
  return { entry: 'general', hash: 'hash-ar', language: 'ar', role: 'legal', date: '2026-06-02', by: 'x', ...overrides }
}

export function ledger(overrides: Partial<LedgerSource> = {}): LedgerSource {
  return {
    ...yamlSource('library/indicators/signoff.yaml', []),
    kind: 'indicator',
    hashes: { general: { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' } },
    ...overrides,
  }
}
