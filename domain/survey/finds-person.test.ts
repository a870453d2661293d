import { describe, expect, it } from 'vitest'
import { findsPerson, mayNamePerson } from './finds-person'

describe('a text that names a person or a file', () => {
  it.each([
    'M. Bennani l’a bien expliqué',
    'Le dossier n° 2024/2602/123 a été jugé',
    'affaire n° 45',
    'Mon dossier 123/24 attend',
    'dans l’affaire Untel',
    'Case no. 12 was close to it',
    'أخبرني السيد العلوي بذلك',
    'الملف عدد 2602/2024',
    'الملف عدد ١٢٣',
    'القضية رقم 45 مشابهة',
    'appelez-moi au 06 61 23 45 67',
    'écrivez à f.alaoui@justice.gov.ma',
    '<b>M. Alami</b>',
  ])('is found: %s', (text) => {
    expect(findsPerson(text)).toBe(true)
  })

  it.each([
    'La loi n° 27.14 mériterait plus de temps, surtout l’article 448-4.',
    'L’article 448/4 et la loi 27/14 restent difficiles',
    'Plus de cas pratiques, 2 ou 3 par séance.',
    'القانون رقم 27.14 يحتاج إلى وقت أطول',
    'المزيد من الأمثلة التطبيقية',
    'More time for the exercises',
    'قضية الاتجار بالبشر معقدة',
    'En juin 2026, ce sera utile',
  ])('is not found: %s', (text) => {
    expect(findsPerson(text)).toBe(false)
  })

  it('is suspected more readily where others read it', () => {
    expect(findsPerson('J’ai suivi Karim Benjelloun sur ce point')).toBe(false)
    expect(mayNamePerson('J’ai suivi Karim Benjelloun sur ce point')).toBe(true)
    expect(mayNamePerson('Plus de cas pratiques.')).toBe(false)
  })

  it('is found on every call', () => {
    const found = Array.from({ length: 4 }, () => findsPerson('Me Alami'))
    expect(found).toEqual([true, true, true, true])
  })
})
