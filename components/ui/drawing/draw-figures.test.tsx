import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES, type Locale } from '@/domain/locale'
import { DRAWINGS, type DrawingKind } from '@/domain/text/marks'
import { translator } from '@/i18n/translator'
import { Markdown } from '../markdown'

const CITED = ':cite[article 1]{id="cp-1"}'
const EXAMPLES: Readonly<Record<DrawingKind, string>> = {
  test: `1. **Act** — one of seven — ${CITED}\n   > Under 18: none (${CITED})\n2. **Threshold** — three effects\n   - will\n   - dignity\n3. **Made out** — a felony\n\nOne no: see attempt.`,
  tree: `1. Torture? — ${CITED}\n   - **Life** — no fine — ${CITED}\n2. None of these\n   - **5 to 10 years** — a fine\n\nA note.`,
  time: `1. **2016** — the law — ${CITED}\n2. **2018** — the decree\n3. **2025** — the amendment`,
  lanes: `- Protection\n  1. **Report** — who knows — ${CITED}\n  2. **Shelter** — the State\n- Justice\n  1. **Trial** — the chamber\n\nAlways due.`,
  tracks: `1. Inquiry\n2. Investigation\n3. Trial\n\n- **Protection** — prosecution — ${CITED}\n- **Investigation** — if opened\n- **Report**`,
  ring: `1. **Children** — ${CITED}\n2. **Begging**\n3. **Online**\n\nA note.`,
}
const PLACES: Partial<Record<DrawingKind, string>> = {
  tree: '{years="life, 5-10"}',
  time: '{at="2016-08-25, 2018-07-06, 2025-12-08"}',
  tracks: '{on="1-3+, 2?, 1"}',
  ring: '{of="3, 1, 2"}',
}

function drawn(kind: DrawingKind, locale: Locale = 'fr'): string {
  const text = `:::${kind}[Title here]${PLACES[kind] ?? ''}\nWhat it shows.\n\n${EXAMPLES[kind]}\n:::`
  return renderToStaticMarkup(<Markdown text={text} locale={locale} numberedFrom={0} />)
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe.each(DRAWINGS)('a %s', (kind) => {
  it.each(LOCALES)('is a figure named by its title and described by its first paragraph (%s)', (locale) => {
    expect(drawn(kind, locale)).toContain(
      `<figure class="drawing drawn-${kind}" aria-labelledby="drawing-1-title" aria-describedby="drawing-1-text">` +
        '<figcaption><p id="drawing-1-title" class="drawing-title">Title here</p>' +
        '<p id="drawing-1-text">What it shows.</p></figcaption>',
    )
  })

  it('keeps every citation and every word', () => {
    const html = drawn(kind)
    const written = EXAMPLES[kind].match(/[A-Za-z]{4,}/g)?.filter((word) => !['cite', 'article'].includes(word)) ?? []

    expect(html.split('<x-cite id="cp-1"').length).toBe(EXAMPLES[kind].split(':cite').length)
    for (const word of written) expect(words(html)).toContain(word)
  })

  it('uses no inline style and no script, which the pages refuse', () => {
    expect(drawn(kind)).not.toMatch(/style=|<script|NaN|undefined/)
  })
})

it('gives different numbers to the drawings of one text', () => {
  const one = `:::ring[A]{of="1, 1, 1"}\nSaid.\n\n${EXAMPLES.ring}\n:::`
  const html = renderToStaticMarkup(<Markdown text={`${one}\n\n${one}`} locale="fr" />)

  expect(html.match(/id="drawing-\d-title"/g)).toEqual(['id="drawing-1-title"', 'id="drawing-2-title"'])
})

it('draws the detour, the parts, the outcome and the exit of a test', () => {
  const html = drawn('test')

  expect(html).toMatch(/<div class="round">\s*<p>Under 18/)
  expect(html).toMatch(/<ul class="all">\s*<li>will<\/li>\s*<li>dignity<\/li>/)
  expect(html.match(/<li class="outcome">/g)).toHaveLength(1)
  expect(html).toContain('<p class="exit">One no: see attempt.</p>')
})

it.each(LOCALES)('says in %s where a question of a tree leads, and draws its years', (locale) => {
  const html = drawn('tree', locale)
  const t = translator(locale)
  const [life = '', least = ''] = html.match(/<span class="years".*?<\/span>/g) ?? []

  // The last entry is for all remaining cases: it has no question.
  expect(html.split(`>${t('lesson.drawing.yes')}<`)).toHaveLength(2)
  expect(html.split(`>${t('lesson.drawing.no')}<`)).toHaveLength(2)
  expect(life.match(/class="on"/g)).toHaveLength(6)
  expect(least).toContain('<i></i><i class="on"></i><i></i><i></i><i></i><i></i>')
})

it('draws no years if the outcomes of a tree are something else', () => {
  const text = `:::tree[T]\nSaid.\n\n${EXAMPLES.tree}\n:::`

  expect(renderToStaticMarkup(<Markdown text={text} locale="fr" />)).not.toContain('years"')
})

it('draws longer gaps in a timeline for longer times', () => {
  const html = drawn('time')

  expect(html.match(/class="gap-\d"/g)).toEqual(['class="gap-2"', 'class="gap-6"', 'class="gap-1"'])
  expect(html).toContain('<time dateTime="2016-08-25">2016</time>')
})

it('numbers the steps through all lanes', () => {
  const html = drawn('lanes')

  expect(html.match(/<ol start="\d">/g)).toEqual(['<ol start="1">', '<ol start="3">'])
  expect(html.match(/aria-hidden="true">\d</g)).toEqual(['1', '2', '3'].map((n) => `aria-hidden="true">${n}<`))
  expect(html).toContain('<ul class="always"><li>Always due.</li></ul>')
})

it.each(LOCALES)('says in words in %s what the bars of tracks show', (locale) => {
  const html = drawn('tracks', locale)
  const t = translator(locale)
  const said = [...html.matchAll(/<p class="phases-said">(.*?)<\/p>/g)].map(([, words = '']) =>
    words.replace(/<[^>]+>/g, ''),
  )

  expect(said).toEqual([
    `Inquiry – Trial · ${t('lesson.drawing.goesOn')}`,
    `Investigation · ${t('lesson.drawing.optional')}`,
    'Inquiry',
  ])
  expect(html).toContain('<i class="from-1 to-3 on">')
  expect(html).toContain('<i class="from-2 to-2 maybe">')
})

it('turns a ring clockwise, and the other way in Arabic', () => {
  const firstArc = (locale: Locale) =>
    /<path d="M160\.0 4\.0A156 156 0 \d (\d) (\S+)/.exec(drawn('ring', locale))?.slice(1)

  // The first part is half of the whole: its arc goes from the top to the bottom.
  expect(firstArc('fr')).toEqual(['1', '160.0'])
  expect(firstArc('ar')).toEqual(['0', '160.0'])
  expect(drawn('ring')).toContain('class="total" x="160" y="160">6</text>')
  expect(words(drawn('ring'))).toMatch(/Children .*3 .*Begging 1 .*Online 2/)
})
