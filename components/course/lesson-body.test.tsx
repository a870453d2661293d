import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { readLessonText } from '@/domain/course/lesson-text'
import type { Term } from '@/domain/library/glossary'
import type { LawStore } from '@/domain/library/library'
import type { OutdatedCitation } from '@/domain/library/outdated-citation'
import type { Locale } from '@/domain/locale'
import { parseMarkdown } from '@/domain/text/markdown'
import { translator } from '@/i18n/translator'
import { libraryWith, localized, provision } from '@/tests/support/course-factories'
import { LessonBody } from './lesson-body'

const TEXT = 'Plain.\n\nSee :cite[article 1]{id="cp-1#2"}.\n\n- and :cite[article 2]{id="cp-2"}\n\n::law{cite="cp-1#1"}'
const NO_LAW: LawStore = { instruments: {}, provisions: {}, decisions: {} }
const change: OutdatedCitation = { provision: 'cp-1', name: 'article 1 du code pénal', since: '2026-06-01' }

type Given = {
  changes?: readonly OutdatedCitation[]
  law?: LawStore
  terms?: Readonly<Record<string, Term>>
  locale?: Locale
}

function bodyOf(text: string, { changes = [], law = NO_LAW, terms = {}, locale = 'fr' }: Given = {}): string {
  return renderToStaticMarkup(
    <LessonBody
      text={text}
      read={readLessonText(parseMarkdown(text))}
      locale={locale}
      t={translator(locale)}
      law={law}
      terms={terms}
      lawDate="2025-12-08"
      changes={changes}
    />,
  )
}

function noted(changes: readonly OutdatedCitation[]): string[] {
  const html = bodyOf(TEXT, { changes })
  const blocks = [...html.matchAll(/<div id="(b\d+)" class="block">(.*?)(?=<div id="b\d+"|$)/gs)]
  return blocks.filter(([, , inside]) => inside?.includes('law-changed')).map(([, id]) => id ?? '')
}

it('says beside each block that cites a changed provision that the law has changed', () => {
  expect(noted([change])).toEqual(['b1', 'b3'])
})

it('says nothing while nothing has changed', () => {
  expect(noted([])).toEqual([])
})

it('lets the reader of a care notice skip the passage', () => {
  const html = bodyOf(':::care{skip="after"}\nViolence is told here.\n:::\n\nThe passage.\n\n## After {#after}\n\nOn.')

  expect(html).toContain(`<a href="#after">${translator('fr')('lesson.skipPassage')}</a>`)
  expect(html).toMatch(/<h2[^>]* id="after"/)
})

it('folds an answer away until the reader opens it', () => {
  const html = bodyOf('Write it.\n\n:::answer[A draft]\nBecause **F1** is proved.\n\n- one\n- two\n:::')
  const summary = translator('fr')('lesson.proposedAnswer')

  expect(html).toMatch(
    new RegExp(`<details class="case-answer"><summary>${summary}</summary>.*A draft.*<strong>F1.*</ul>`, 's'),
  )
  expect(html).not.toContain('open=""')
})

it('leads from every passage to what it cites, and back to the first of them', () => {
  const html = bodyOf('See :cite[a]{id="cp-448-1#2"} and :cite[b]{id="cp-448-1"}.', { law: libraryWith() })

  expect(html).toContain('<a class="cite" id="passage-1-cp-448-1" href="#cited-cp-448-1" data-cite="cp-448-1#2">')
  expect(html).toContain('<a class="cite" id="passage-2-cp-448-1" href="#cited-cp-448-1" data-cite="cp-448-1">')
  // The target is inside the folded part, after its summary: the browser then opens that part to show the target.
  expect(html).toMatch(/<\/summary><div id="cited-cp-448-1".*href="#passage-1-cp-448-1"/s)
})

const NUMBER = '<bdi class="ref" dir="ltr">448-1</bdi>'

it.each([
  ['ar', `${NUMBER} ف2`, 'الفقرة الثانية من الفصل 448-1 من مجموعة القانون الجنائي'],
  ['fr', `${NUMBER} al. 2`, 'article\u00A0448-1, alinéa\u00A02, du code pénal'],
  ['en', `${NUMBER} para. 2`, 'article 448-1, paragraph 2, of the Penal Code'],
] as const)(
  'shortens in %s what stands beside a sentence or fills a cell, and says in full what it is',
  (locale, short, full) => {
    const text = 'One (:cite[a]{id="cp-448-1#2"}).\n\n| A | B |\n|---|---|\n| x | :cite[b]{id="cp-448-1#2"} |'
    const html = bodyOf(text, { law: libraryWith(), locale })

    const marks = [...html.matchAll(/<a class="cite mark short"[^>]* title="([^"]+)">(.*?)<\/a>/g)]
    expect(marks.map(([, title, shown]) => [title, shown])).toEqual([
      [full, short],
      [full, short],
    ])
  },
)

it('keeps the words of a citation whose number exists in many texts', () => {
  const html = bodyOf('One (:cite[article 16]{id="cp-16"}).', { law: libraryWith() })

  expect(html).toMatch(/One <a class="cite mark"[^>]*>article.16<\/a>\./)
})

it('names a text without articles once in the list of what is cited', () => {
  const convention = provision({ id: 'ilo-c29', number: null, title: localized('Convention no. 29') })
  const law = libraryWith({ provisions: { 'ilo-c29': convention, 'cp-448-1': provision() } })
  const html = bodyOf('See :cite[a]{id="ilo-c29"} and :cite[b]{id="cp-448-1"}.', { law })

  const names = [...html.matchAll(/<summary>(.*?)<\/summary>/g)].map(([, name = '']) => name.replace(/<[^>]+>/g, ''))
  expect(names).toEqual(['Texte Convention no. 29', 'Article 448-1 du code pénal · texte title'])
})

it.each([
  ['ar', '<bdi>ظهير رقم <bdi class="ref" dir="ltr">1-09-112</bdi></bdi>'],
  [
    'fr',
    '<bdi>Dahir <bdi class="ref" dir="ltr">1-09-112</bdi> (texte\u00A0: <bdi lang="ar" dir="rtl">كلمة</bdi>)</bdi>',
  ],
  ['en', '<bdi>Dahir <bdi class="ref" dir="ltr">1-09-112</bdi></bdi>'],
] as const)('names in %s the source of a term', (locale, said) => {
  const source = { ar: 'ظهير رقم 1-09-112', fr: 'Dahir 1-09-112 (texte : كلمة)', en: 'Dahir 1-09-112' }
  const term: Term = { id: 'term', ...localized('term'), source, confidence: 'high' }

  expect(bodyOf(':def[كلمة]{term="term"}', { terms: { term }, locale })).toContain(said)
})

const DRAWN = ':::ring[Title]{of="1, 1, 1"}\nSaid.\n\n1. **A** — :cite[a]{id="cp-448-1#2"}\n2. **B**\n3. **C**\n:::'

it('leads from a drawing to what it cites, and lists it at the end', () => {
  const html = bodyOf(DRAWN, { law: libraryWith() })

  expect(html).toContain('<a class="cite" id="passage-1-cp-448-1" href="#cited-cp-448-1" data-cite="cp-448-1#2">')
  expect(html).toMatch(/<\/summary><div id="cited-cp-448-1".*href="#passage-1-cp-448-1"/s)
})

it('says beside a drawing that the law that it cites has changed', () => {
  const html = bodyOf(DRAWN, { changes: [{ ...change, provision: 'cp-448-1' }] })

  expect(html).toMatch(/<\/figure>.*law-changed/s)
})
