import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { TermSource } from './term-source'

const source = { ar: 'المادة :ref[82-5-1]', fr: 'art. 82-5-1', en: 'Article 82-5-1' }

it('names the article in Arabic too, with its number in the right direction', () => {
  expect(renderToStaticMarkup(<TermSource source={source} locale="ar" />)).toBe(
    '<bdi>المادة <bdi class="ref" dir="ltr">82-5-1</bdi></bdi>',
  )
})
