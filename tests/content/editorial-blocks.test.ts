import { describe, expect, it } from 'vitest'
import { blockLabels } from '@/components/editorial/block-labels'
import { assembleCourse } from '@/domain/course/assemble-course'
import { textsOfCourse, textsOfLibrary } from '@/domain/editorial/text'
import { proposable, type TextBlock } from '@/domain/editorial/text-block'
import { LOCALES } from '@/domain/locale'
import type { TextKey } from '@/domain/signoff/text-key'
import { translator } from '@/i18n/translator'
import { checkedCourse } from '@/server/content/check-content'
import { library } from '@/server/content/library'
import { findingsIn, previewOf } from '@/server/editorial/checking/check-text'
import { typedText } from '@/server/editorial/checking/typed-text'
import { makeChange } from '@/server/editorial/make-change'
import type { PresentText } from '@/server/editorial/present-text'
import { placeOf, sourceAt, sourceFiles } from '@/server/editorial/source-files'
import { openSource } from '@/server/editorial/source-text'
import { blocksInCourse, blocksInLibrary } from '@/server/editorial/text-content'

const ROOT = process.cwd()

/** For each kind of text, examples with different structures. */
const KEYS: readonly TextKey[] = [
  { kind: 'lesson', id: 'detection/interview' },
  { kind: 'lesson', id: 'fundamentals/offence' },
  // Among their questions are one with numbers, one with a document and one with a passage.
  { kind: 'lesson', id: 'trial/penalty' },
  { kind: 'lesson', id: 'trial/credibility' },
  { kind: 'lesson', id: 'trial/reasons' },
  { kind: 'bank', id: 'fundamentals' },
  { kind: 'case', id: 'fundamentals/brickworks' },
  { kind: 'law', id: 'cp-448-1' },
  ...Object.keys(library().decisions)
    .slice(0, 1)
    .map((id) => ({ kind: 'decision' as const, id })),
  ...Object.keys(library().terms)
    .slice(0, 2)
    .map((id) => ({ kind: 'term' as const, id })),
  ...Object.keys(library().indicators)
    .slice(0, 1)
    .map((id) => ({ kind: 'indicator' as const, id })),
  ...Object.keys(library().referral)
    .slice(0, 1)
    .map((id) => ({ kind: 'referral' as const, id })),
  ...Object.keys(library().checklists)
    .slice(0, 1)
    .map((id) => ({ kind: 'checklist' as const, id })),
  ...Object.keys(library().procedureChecklists)
    .slice(-1)
    .map((id) => ({ kind: 'checklist' as const, id })),
  ...Object.keys(library().models)
    .slice(0, 1)
    .map((id) => ({ kind: 'model' as const, id })),
  ...Object.keys(library().briefs)
    .slice(0, 1)
    .map((id) => ({ kind: 'brief' as const, id })),
  { kind: 'pathway', id: `rules/${library().pathway.rules[0]?.id}` },
]

const courses = new Map(
  ['fundamentals', 'detection', 'trial'].map((id) => {
    const { course } = checkedCourse(ROOT, id, library())
    return [id, assembleCourse(course, library())] as const
  }),
)

function blocksOf(key: TextKey): readonly TextBlock[] {
  const course = courses.get(key.id.split('/')[0] ?? '')
  const blocks = course ? blocksInCourse(course, key) : blocksInLibrary(library(), key)
  return blocks ?? []
}

describe.each(KEYS.map((key) => [`${key.kind} ${key.id}`, key] as const))('the blocks of %s', (_, key) => {
  const files = sourceFiles(ROOT, key)
  const blocks = blocksOf(key)

  it('are found in the source files with the same words, in the three languages', () => {
    expect(blocks.length).toBeGreaterThan(0)
    // Blocks from both ends of the text and some between: the lookup of each one reads its file again.
    const some = blocks.filter((_, place) => place < 4 || place % 29 === 0 || place === blocks.length - 1)
    for (const block of some) {
      for (const { key: field } of block.fields) {
        const found = proposable(block, field)
        for (const language of found ? LOCALES : []) {
          const place = placeOf(files, { key, block: block.id, field, language })
          expect(place && sourceAt(files.get(place.path) ?? '', place), `${block.id} ${field} ${language}`).toBe(
            found?.texts[language],
          )
        }
      }
    }
  })
})

describe.each(KEYS.map((key) => [`${key.kind} ${key.id}`, key] as const))('the files of %s', (_, key) => {
  const course = courses.get(key.id.split('/')[0] ?? '')
  const blocks = blocksOf(key)
  const source = course
    ? { id: 'here', files: ROOT, course, law: course }
    : { id: 'here', files: ROOT, course: null, law: library() }
  const text = { key, blocks, source } as PresentText

  it('give the text itself, without findings, if nothing is changed in them', () => {
    for (const path of openSource({ text, language: 'fr' }, null).paths) {
      const file = openSource({ text, language: 'fr' }, path)

      const changes = [{ path, base: file.text, baseHash: file.hash, text: file.text }]
      const typed = typedText(text)

      expect(findingsIn(typed, changes), path).toEqual([])
      expect(previewOf(typed, changes)?.blocks, path).toEqual(blocks)
    }
  })
})

describe('a proposed wording', () => {
  const key: TextKey = { kind: 'lesson', id: 'fundamentals/offence' }
  const files = sourceFiles(ROOT, key)
  const cited = blocksOf(key).find(({ fields }) => /^[^:|]+:cite\[/.test(fields[0]?.texts.fr ?? ''))
  const before = cited?.fields[0]?.texts.fr ?? ''
  const propose = (after: string, shown = before) =>
    makeChange({ files, key, block: cited?.id ?? '', field: '', language: 'fr', before: shown, after })

  it('changes its block and nothing else of the file', () => {
    const made = propose(`${before} Une phrase de plus.`)

    if (made.status !== 'made') throw new Error(JSON.stringify(made))
    expect(made.change.text).toBe(made.change.base.replace(before, `${before} Une phrase de plus.`))
    expect(made.change.path).toBe('courses/fundamentals/offence/fr.md')
  })

  it('is refused with the line if it drops a citation, or names what the library lacks', () => {
    const line = (files.get('courses/fundamentals/offence/fr.md') ?? '').split(before)[0]?.split('\n').length

    expect(propose('Rien.')).toMatchObject({
      status: 'refused',
      findings: expect.arrayContaining([
        expect.objectContaining({ line, message: expect.stringContaining('cite cp-') }),
      ]),
    })
    expect(propose(before.replace(/id="[^"]+"/, 'id="cp-999"'))).toMatchObject({ status: 'refused' })
  })

  it('is refused if it breaks the structure that the languages share', () => {
    expect(propose(`${before}\n\n## Une partie de plus`)).toMatchObject({ status: 'refused' })
    expect(propose(`:::note[Attention]\n${before}`)).toMatchObject({ status: 'refused' })
  })

  it('is not made on a wording that has changed meanwhile, nor where nothing changes', () => {
    expect(propose('autre', 'ce que le fichier ne dit plus')).toEqual({ status: 'moved' })
    expect(propose(` ${before}\r\n`)).toEqual({ status: 'same' })
  })
})

it('every block of the library and of a course has a plain name in each language', () => {
  const texts = [
    ...textsOfLibrary(library()).map(({ key }) => key),
    ...[...courses.values()].flatMap((course) => textsOfCourse(course).map(({ key }) => key)),
  ]
  for (const key of texts) {
    const blocks = blocksOf(key)
    for (const locale of LOCALES) {
      const labels = blockLabels(blocks, locale, translator(locale))
      for (const { id } of blocks) {
        expect(labels.get(id), `${key.kind} ${key.id} ${id}`).toMatch(/^[^{}]+$/)
        expect(labels.get(id)).not.toBe(id)
      }
    }
  }
})
