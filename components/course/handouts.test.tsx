import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/i18n/translator'
import { Handouts } from './handouts'

it('offers each paper with its format and size, in the language of the page', () => {
  const handouts = [
    { kind: 'brochure', bytes: 43_476 },
    { kind: 'poster', bytes: 37_001 },
  ] as const
  const html = renderToStaticMarkup(
    <Handouts courseId="awareness" handouts={handouts} locale="fr" t={translator('fr')} />,
  )

  expect(html).toContain('href="/api/courses/awareness/handout/brochure-fr.pdf"')
  expect(html).toContain('href="/api/courses/awareness/handout/poster-fr.pdf"')
  expect(html).toContain('A4 recto verso, à plier en deux\u202F; PDF, 44\u00A0ko')
  expect(html).toContain('A3\u202F; PDF, 38\u00A0ko')
})

it('is not there for a course without papers', () => {
  expect(
    renderToStaticMarkup(<Handouts courseId="fundamentals" handouts={[]} locale="fr" t={translator('fr')} />),
  ).toBe('')
})
