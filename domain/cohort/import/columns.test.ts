import { describe, expect, it } from 'vitest'
import { readHeader } from './columns'

describe('the first row of a list', () => {
  it.each([
    [['E-mail', 'Nom en arabe', 'Nom', 'Fonction', 'Langue']],
    [['Courriel', 'Nom (ar)', 'Prénom et nom', 'Qualité', 'langue']],
    [['email', 'Arabic name', 'Full name', 'Function', 'Language']],
    [['البريد الإلكتروني', 'الاسم بالعربية', 'الاسم باللاتينية', 'الصفة', 'اللغة']],
    [['البَرِيد', 'الاسم الكامل', 'الاسم بالفرنسية', 'المهمة', 'اللغه']],
  ])('is understood: %s', (cells) => {
    expect(readHeader(cells)).toMatchObject({
      status: 'read',
      columns: { email: 0, nameArabic: 1, nameLatin: 2, function: 3, locale: 4 },
      unknown: [],
    })
  })

  it('may stand in any order and hold what we do not need', () => {
    expect(readHeader(['N°', 'Nom', '', 'Courriel', 'CIN'])).toEqual({
      status: 'read',
      columns: { nameLatin: 1, email: 3 },
      unknown: ['N°', 'CIN'],
    })
  })

  it('is refused without an e-mail, and when it names one thing twice', () => {
    expect(readHeader(['Nom', 'Fonction'])).toEqual({ status: 'no-email' })
    expect(readHeader(['email', 'Nom', 'Full name'])).toEqual({ status: 'twice', column: 'nameLatin' })
  })
})
