import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { translator } from '@/i18n/translator'
import { OtherKinds } from './other-kinds'

it.each(LOCALES)('says in %s how many entries of other kinds there are, and links to them', (locale) => {
  const t = translator(locale)
  const html = renderToStaticMarkup(<OtherKinds count={12} href="/all?q=x" t={t} />)

  expect(html).toContain('12')
  expect(html).toContain('href="/all?q=x"')
  expect(html).toContain(t('library.find.allKinds'))
})
