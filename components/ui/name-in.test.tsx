import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { NameIn } from './name-in'

const both = { nameArabic: 'عمر البناني', nameLatin: 'Omar Bennani' }
const PEOPLE = {
  both,
  'Arabic only': { ...both, nameLatin: '' },
  'Latin only': { ...both, nameArabic: '' },
  'erased Latin': { ...both, nameLatin: null },
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each(Object.entries(PEOPLE))('shows a name in %s with the language and direction of its script', (_, names) => {
    const html = renderToStaticMarkup(<NameIn names={names} locale={locale} />)
    const arabic = names.nameArabic && (locale === 'ar' || !names.nameLatin)
    expect(html).toBe(
      arabic ? `<bdi lang="ar" dir="rtl">${both.nameArabic}</bdi>` : `<bdi lang="fr" dir="ltr">${both.nameLatin}</bdi>`,
    )
  })

  it('shows what stands for a person whose name is not known', () => {
    const names = { nameArabic: '', nameLatin: null }
    expect(renderToStaticMarkup(<NameIn names={names} otherwise="o@example.ma" locale={locale} />)).toBe(
      '<bdi>o@example.ma</bdi>',
    )
  })
})
