import { describe, expect, it } from 'vitest'
import { type Columns, namedColumns, placesOf, readHeader, type Script } from './columns'

/** The meaning found for each column, in the order of the file. */
function taken(cells: readonly string[], scripts: readonly (Script | null)[] = []) {
  return readHeader(['E-mail', ...cells], (place) => scripts[place - 1] ?? null).slice(1)
}

describe('the header of a list', () => {
  it.each([
    [['E-mail', 'Nom en arabe', 'Nom', 'Fonction', 'Langue']],
    [['Courriel', 'Nom (ar)', 'Prénom et nom', 'Qualité', 'langue']],
    [['email', 'Arabic name', 'Full name', 'Function', 'Language']],
    [['البريد الإلكتروني', 'الاسم بالعربية', 'الاسم باللاتينية', 'الصفة', 'اللغة']],
    [['البَرِيد', 'الاسم الكامل', 'الاسم بالفرنسية', 'المهمة', 'اللغه']],
    [['Adresse e-mail', 'الاسم الكامل', 'Nom en caractères latins', 'Fonction', 'Langue préférée']],
    [['E-mail / البريد الإلكتروني', 'Nom en arabe', 'Nom', 'الصفة - Fonction', 'Langue']],
  ])('is understood: %s', (cells) => {
    const columns = placesOf(readHeader(cells))

    expect(columns).toEqual({ email: 0, nameArabic: 1, nameLatin: 2, function: 3, locale: 4 })
  })

  it.each<[string[], Columns]>([
    [['Nom', 'Prénom'], { familyLatin: 1, givenLatin: 2 }],
    [['Prénom', 'Nom'], { givenLatin: 1, familyLatin: 2 }],
    [['Prénom', 'Nom de famille'], { givenLatin: 1, familyLatin: 2 }],
    [['Last name', 'First name'], { familyLatin: 1, givenLatin: 2 }],
    [['Name', 'Surname'], { givenLatin: 1, familyLatin: 2 }],
    [['الاسم العائلي', 'الاسم الشخصي'], { familyArabic: 1, givenArabic: 2 }],
    [['الاسم الشخصي', 'الاسم العائلي'], { givenArabic: 1, familyArabic: 2 }],
    [['الاسم', 'النسب'], { givenArabic: 1, familyArabic: 2 }],
    [['الاسم', 'الاسم الشخصي'], { familyArabic: 1, givenArabic: 2 }],
    [['Nom (arabe)', 'Prénom (arabe)'], { familyArabic: 1, givenArabic: 2 }],
    [['الاسم العائلي بالفرنسية', 'الاسم الشخصي بالفرنسية'], { familyLatin: 1, givenLatin: 2 }],
    [
      ['Nom', 'Prénom', 'الاسم العائلي', 'الاسم الشخصي'],
      { familyLatin: 1, givenLatin: 2, familyArabic: 3, givenArabic: 4 },
    ],
    [['Nom', 'الاسم الشخصي', 'الاسم العائلي'], { nameLatin: 1, givenArabic: 2, familyArabic: 3 }],
    [['Nom complet', 'الاسم الكامل'], { nameLatin: 1, nameArabic: 2 }],
    [['Nom complet', 'Nom', 'Prénom'], { familyLatin: 2, givenLatin: 3 }],
    [['Nom complet', 'Prénom'], { nameLatin: 1 }],
    [['Juridiction'], { institution: 1 }],
    [['المحكمة'], { institution: 1 }],
    [['Court or institution'], { institution: 1 }],
  ])('may give a name in one column or in two: %j', (cells, columns) => {
    expect(placesOf(readHeader(['E-mail', ...cells]))).toEqual({ email: 0, ...columns })
  })

  it('takes the script of a name from the cells under it, unless the header names the script', () => {
    expect(taken(['Nom', 'Prénom'], ['Arabic', 'Arabic'])).toEqual(['familyArabic', 'givenArabic'])
    expect(taken(['Nom / الاسم العائلي', 'Prénom / الاسم الشخصي'], ['Arabic', 'Arabic'])).toEqual([
      'familyArabic',
      'givenArabic',
    ])
    expect(taken(['Nom / الاسم العائلي', 'Prénom / الاسم الشخصي'], ['Latin', 'Latin'])).toEqual([
      'familyLatin',
      'givenLatin',
    ])
    expect(taken(['Nom en arabe'], ['Latin'])).toEqual(['nameArabic'])
  })

  it('may be in any order, and lists the columns that the import does not need', () => {
    const header = ['N°', 'Nom', '', 'Courriel', ' CIN\0 ', 'Adresse']

    expect(placesOf(readHeader(header))).toEqual({ nameLatin: 1, email: 3 })
    expect(namedColumns(header, readHeader(header))).toEqual([
      { written: 'N°', column: null },
      { written: 'Nom', column: 'nameLatin' },
      { written: 'Courriel', column: 'email' },
      { written: 'CIN', column: null },
      { written: 'Adresse', column: null },
    ])
  })

  it('reads an address as an e-mail address if no other column is one', () => {
    expect(readHeader(['Nom', 'Adresse'])).toEqual(['nameLatin', 'email'])
  })

  it('takes the first of two headers that say the same', () => {
    expect(readHeader(['email', 'Nom', 'Full name'])).toEqual(['email', 'nameLatin', null])
    expect(readHeader(['email', 'Prénom', 'First name'])).toEqual(['email', 'givenLatin', null])
    expect(readHeader(['email', 'mail'])).toEqual(['email', null])
  })
})
