import type { Locale } from '@/domain/locale'
import { DRAWINGS, type DrawingKind } from '@/domain/text/marks'
import type { Translator } from '@/i18n/translator'
import { Markdown } from './markdown'
import type { Sample } from './sample'

/** Each kind of drawing, in words that the site has anyway. */
export function drawingSamples(locale: Locale, t: Translator): Sample[] {
  const said = t('lesson.citedLead')
  const entry = (n: number) => `**${t('lesson.position', { n, total: 5 })}** — ${said}`
  const numbered = [1, 2, 3, 4, 5].map((n) => `${n}. ${entry(n)}`)
  const parts: Readonly<Record<DrawingKind, readonly string[]>> = {
    test: [
      ...numbered.slice(0, 2),
      `   > ${said}`,
      numbered[2] ?? '',
      `   - ${said}`,
      `   - ${said}`,
      ...numbered.slice(3),
      '',
      said,
    ],
    tree: [1, 2, 3].flatMap((n) => [`${n}. ${said}`, `   - ${entry(n)}`]),
    time: numbered,
    lanes: [1, 2, 3].flatMap((n) => [
      `- ${t('lesson.workedExample')}`,
      ...numbered.slice(0, n + 1).map((step) => `  ${step}`),
    ]),
    tracks: [
      ...[1, 2, 3].map((n) => `${n}. ${t('lesson.position', { n, total: 3 })}`),
      '',
      ...[1, 2, 3, 4].map((n) => `- ${entry(n)}`),
    ],
    ring: numbered,
  }
  const text = (kind: DrawingKind) =>
    `:::${kind}[${t('lesson.workedExample')}]${PLACES[kind] ?? ''}\n${said}\n\n${parts[kind].join('\n')}\n:::`
  // One text, as a lesson is: the drawings of a text are numbered, and each number is an id.
  const lesson = (
    <div key="lesson" className="lesson">
      <Markdown text={DRAWINGS.map(text).join('\n\n')} locale={locale} />
    </div>
  )
  return [{ name: DRAWINGS.map((kind) => `:::${kind}`).join(' '), states: [lesson] }]
}

const PLACES: Readonly<Partial<Record<DrawingKind, string>>> = {
  tree: '{years="life, 20-30, 5-10"}',
  time: '{at="2001, 2011, 2016-08-25, 2018-07, 2025-12-08"}',
  tracks: '{on="1, 1-3+, 2?, 2-3"}',
  ring: '{of="9, 7, 7, 5, 5"}',
}
