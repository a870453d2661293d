import { describe, expect, it } from 'vitest'
import {
  asked,
  askedAgain,
  caseSource,
  courseSource,
  lessonSource,
  localized,
  provision,
  singleChoice,
  textVersion,
  yamlSource,
} from '@/tests/support/course-factories'
import { gridFile } from '@/tests/support/grid-files'
import {
  brief,
  decision,
  entrySign,
  ledger,
  librarySource,
  model,
  procedureChecklist,
  sign,
} from '@/tests/support/library-factories'
import { type Citation, readCitation } from '../library/resolve-citation'
import type { Signoff } from '../signoff/signoff'
import { lawImpact } from './law-impact'

const amended = provision({ id: 'cpp-82-5-1', versions: [textVersion({ inForceFrom: '2026-06-01' })] })
const use = (path: string, line: number, id: string) => ({ path, line, id, locale: null, label: null, inCase: false })
const signed = (language: 'ar' | 'fr', date: string): Signoff[number] => ({
  hash: `hash-${language}`,
  language,
  role: 'legal',
  date,
  by: 'x',
})
const hashes = { ar: 'hash-ar', fr: 'hash-fr', en: 'hash-en' }
const lesson = 'courses/fundamentals/offence'
const about = (id: string) => ({ provision: amended, citation: readCitation(id) as Citation })
const impact = (library = librarySource(), course = courseSource(), id = 'cpp-82-5-1') =>
  lawImpact(about(id), library, [course])

describe('the texts that a change of the law touches', () => {
  it('are the paragraphs that cite it, each once and in its language', () => {
    const citations = [
      use(`${lesson}/fr.md`, 12, 'cpp-82-5-1#1'),
      use(`${lesson}/fr.md`, 12, 'cpp-82-5-1#4'),
      use(`${lesson}/ar.md`, 14, 'cpp-82-5-1'),
      use(`${lesson}/ar.md`, 15, 'cpp-82-5'),
    ]

    expect(impact(undefined, courseSource({ citations }))).toEqual([
      { path: `${lesson}/fr.md`, line: 12, kind: 'paragraph', id: 'offence', status: { fr: 'changed' } },
      { path: `${lesson}/ar.md`, line: 14, kind: 'paragraph', id: 'offence', status: { ar: 'changed' } },
    ])
  })

  it.each([
    ['cpp-82-5-1', [12, 13, 14, 15]],
    ['cpp-82-5-1#4', [12, 14, 15]],
    ['cpp-82-5-1#4.1', [12, 14, 15]],
    ['cpp-82-5-1#4.2', [12, 14]],
    ['cpp-82-5-1#1', [12, 13]],
    ['cpp-82-5-1#9', [12]],
  ])('of %s are the citations of it, of a part of it, or of the whole article', (id, lines) => {
    const citations = [
      use(`${lesson}/fr.md`, 12, 'cpp-82-5-1'),
      use(`${lesson}/fr.md`, 13, 'cpp-82-5-1#1'),
      use(`${lesson}/fr.md`, 14, 'cpp-82-5-1#4'),
      use(`${lesson}/fr.md`, 15, 'cpp-82-5-1#4.1'),
      use(`${lesson}/fr.md`, 16, 'cpp-82-5#4'),
    ]

    expect(impact(undefined, courseSource({ citations }), id).map(({ line }) => line)).toEqual(lines)
  })

  it('of a paragraph are the questions and entries that cite it', () => {
    const bank = [
      asked(singleChoice({ id: 'b1', cites: ['cpp-82-5-1#1'] })),
      asked(singleChoice({ id: 'b2', cites: ['cpp-82-5-1#4'] })),
    ]
    const value = (id: string, cites: string[]) => ({
      ...yamlSource(`library/cases/${id}.yaml`, decision({ id, cites })),
      id,
    })
    const decisions = [value('first', ['cpp-82-5-1#1']), value('fourth', ['cpp-82-5-1#4'])]

    expect(impact(librarySource({ decisions }), courseSource({ bank }), 'cpp-82-5-1#4').map(({ id }) => id)).toEqual([
      'b2',
      'fourth',
    ])
  })

  it('are current in the languages that a jurist has signed after the change', () => {
    const signoff = yamlSource(`${lesson}/signoff.yaml`, [signed('fr', '2026-06-02'), signed('ar', '2026-01-01')])
    const practice = [asked(singleChoice({ id: 'p1', cites: ['cpp-82-5-1#1'] }))]
    const lessons = [lessonSource({ signoff, practice })]
    const citations = [use(`${lesson}/fr.md`, 12, 'cpp-82-5-1'), use(`${lesson}/ar.md`, 14, 'cpp-82-5-1')]

    expect(impact(undefined, courseSource({ lessons, citations })).map(({ status }) => status)).toEqual([
      { fr: 'current' },
      { ar: 'changed' },
      { ar: 'changed', fr: 'current', en: 'changed' },
    ])
  })

  it('are the questions of the bank, by the sign-off of the bank', () => {
    const bank = [asked(singleChoice({ id: 'b1', cites: ['cpp-82-5-1'] })), asked(singleChoice({ id: 'b2' }))]
    const bankSignoff = yamlSource('bank/signoff.yaml', [signed('fr', '2026-07-01')])
    const course = courseSource({ bank, bankSignoff, bankHashes: { fr: 'hash-fr' } })

    expect(impact(undefined, course)).toMatchObject([
      { kind: 'question', id: 'b1', status: { ar: 'changed', fr: 'current', en: 'changed' } },
    ])
  })

  it('are the invented files, each once at its first place, by their own law date and sign-off', () => {
    const path = 'courses/fundamentals/cases/lanes'
    const file = yamlSource(`${path}/case.yaml`, gridFile({ id: 'lanes', lawDate: '2025-12-08' }))
    const cases = [
      caseSource({ file, hashes, signoff: yamlSource(`${path}/signoff.yaml`, [signed('fr', '2026-06-02')]) }),
      caseSource({ id: 'roof', file: yamlSource('roof.yaml', gridFile({ id: 'roof', lawDate: '2026-06-01' })) }),
    ]
    const citations = [
      use(`${path}/fr.md`, 3, 'cpp-82-5-1'),
      use(`${path}/case.yaml`, 40, 'cpp-82-5-1#1'),
      use(`${path}/case.yaml`, 12, 'cpp-82-5-1#1'),
      use('courses/fundamentals/cases/roof/ar.md', 7, 'cpp-82-5-1#1'),
      use('courses/fundamentals/cases/roof/case.yaml', 9, 'cpp-82-5'),
    ]

    expect(impact(undefined, courseSource({ cases, citations }))).toEqual([
      {
        path: `${path}/case.yaml`,
        line: 12,
        kind: 'case',
        id: 'lanes',
        status: { ar: 'changed', fr: 'current', en: 'changed' },
      },
      {
        path: 'courses/fundamentals/cases/roof/ar.md',
        line: 7,
        kind: 'case',
        id: 'roof',
        status: { ar: 'current', fr: 'current', en: 'current' },
      },
    ])
  })

  it('are the second forms, which nobody signs', () => {
    const second = [askedAgain(singleChoice({ id: 's1', cites: ['cpp-82-5-1'] }))]

    expect(impact(undefined, courseSource({ second }))).toMatchObject([
      { kind: 'question', id: 's1', path: 'second.yaml', status: { ar: 'changed', fr: 'changed', en: 'changed' } },
    ])
  })

  it('are the entries of the library, dated by their law date where they have one, and by their sign-off', () => {
    const cites = ['cpp-82-5-1#4']
    const signs = [sign({ cites })]
    const group = { id: 'general', order: 1, title: localized('t'), lead: localized('l'), indicators: signs }
    const library = librarySource({
      indicators: [
        {
          ...yamlSource('library/indicators/general.yaml', { ...group, lawDate: '2026-06-01' }),
          id: 'general',
        },
      ],
      decisions: [{ ...yamlSource('library/cases/x.yaml', decision({ id: 'x', cites })), id: 'x' }],
      terms: yamlSource('library/glossary.yaml', [
        { id: 'victim', ar: 'الضحية', fr: 'victime', en: 'victim', source: localized('s'), confidence: 'high', cites },
      ]),
      checklists: yamlSource('library/checklists.yaml', [
        {
          provision: 'cp-448-1',
          lawDate: '2025-12-08',
          items: [
            { text: localized('i'), cites },
            { text: localized('j'), cites: ['cp-17'] },
          ],
        },
      ]),
      procedureChecklists: yamlSource('library/procedure-checklists.yaml', [
        procedureChecklist({ items: [{ text: localized('i'), cites }] }),
      ]),
      models: [
        {
          ...yamlSource('library/models/order.yaml', model({ parts: [{ as: 'title', text: localized('t'), cites }] })),
          id: 'order',
        },
      ],
      briefs: [
        {
          ...yamlSource(
            'library/briefs/custody.yaml',
            brief({ checks: [1, 2].map(() => ({ text: localized('c'), cites })) }),
          ),
          id: 'custody',
        },
      ],
    })

    const read = ledger({ kind: 'decision', value: [entrySign({ entry: 'x' })], hashes: { x: hashes } })

    expect(
      impact({ ...library, ledgers: [read] })
        .filter(({ kind }) => kind === 'decision')
        .map(({ status }) => status),
    ).toEqual([{ ar: 'current', fr: 'changed', en: 'changed' }])
    expect(impact(library).map(({ kind, id, status }) => [kind, id, status.ar])).toEqual([
      ['checklist', 'cp-448-1', 'changed'],
      ['checklist', 'opening', 'changed'],
      ['model', 'order', 'changed'],
      ['brief', 'custody', 'changed'],
      ['brief', 'custody', 'changed'],
      ['indicator', 'general fear', 'current'],
      ['decision', 'x', 'changed'],
      ['term', 'victim', 'undated'],
    ])
  })
})
