import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { LessonBody } from './lesson-body'

const law = { provisions: {}, instruments: {}, decisions: {} }
const read = { cites: [], laws: [], terms: [] }

function htmlOf(text: string, at?: { page: string; site: string }): string {
  const about = { text, read, locale: 'fr' as const, t: translator('fr'), law, terms: {}, lawDate: '2026-09-01' }
  return renderToStaticMarkup(<LessonBody {...about} changes={[]} {...(at && { at })} />)
}

const AT = { page: '/courses/c/lessons/l', site: 'https://site.example' }

it('stands beside each heading of a section, with the number of its block', () => {
  const html = htmlOf('Avant.\n\n## L’acte {#act}\n\nTexte.\n\n### Plus\n\n## Le moyen\n\nFin.', AT)

  expect(html.match(/<details class="tools/g)).toHaveLength(2)
  expect(html).toContain(`<span class="sr">${translator('fr')('notes.tools', { part: 'L’acte' })}</span>`)
  expect(html).toContain('href="/fr/courses/c/lessons/l/note?block=1"')
  expect(html).toContain('form="bookmark" value="4" name="block"')
  expect(html).toContain('href="/fr/report?page=/courses/c/lessons/l&amp;section=4"')
  expect(html).toContain('data-copy="https://site.example/fr/courses/c/lessons/l#b4"')
})

it('is left out where the text has no address', () => {
  expect(htmlOf('## L’acte\n\nTexte.')).not.toContain('tools')
})
