import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeNumbers } from './number-words'

describe('an article spelt out', () => {
  it.each([
    ['article quatre cent quarante-huit', 'article 448'],
    ['article quatre cent quarante-huit quatre', 'article 448-4'],
    ['l’article quatre cent quarante-huit tiret quatorze', 'l’article 448-14'],
    ['article quatre-vingt-deux cinq un', 'article 82-5-1'],
    ['article deux cent quatre-vingt-treize', 'article 293'],
    ['article soixante et onze', 'article 71'],
    ['article premier de la loi vingt-sept quatorze', 'article 1 de la loi 27-14'],
    ['article four hundred and forty-eight four', 'article 448-4'],
    ['article four forty-eight fourteen', 'article 448-14'],
    ['section eighty-two point five point one', 'section 82-5-1'],
    ['الفصل أربعمائة وثمانية وأربعون', 'الفصل 448'],
    ['الفصل أربعمائة وثمانية وأربعين أربعة عشر', 'الفصل 448-14'],
    ['الفصل أربع مئة وثمانية وأربعون شرطة أربعة', 'الفصل 448-4'],
    ['المادة اثنان وثمانون خمسة واحد', 'المادة 82-5-1'],
    ['المادة الرابعة من القانون رقم سبعة وعشرين أربعة عشر', 'المادة 4 من القانون رقم 27-14'],
    ['الفصل ربعمية وتمنية وربعين', 'الفصل 448'],
    ['quatre cent quarante-huit un', '448-1'],
  ])('%s', (spelt, written) => {
    expect(writeNumbers(spelt)).toBe(written)
  })
})

describe('other numbers stay as they are', () => {
  it.each([
    'une fille de dix-huit ans',
    'deux mères et leurs filles',
    'ثلاث ضحايا',
    'two victims in one house',
    'article 448-4, alinéa 2',
  ])('%s', (text) => {
    expect(writeNumbers(text)).toBe(text)
  })

  it('two articles joined by a word are not one number', () => {
    expect(writeNumbers('articles quatre et cinq')).toBe('articles 4 et cinq')
  })

  it('whatever has no number word is unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('victime', 'الضحية', '448-1', ' ', ', ', '2017-2019')), (pieces) => {
        expect(writeNumbers(pieces.join(''))).toBe(pieces.join(''))
      }),
    )
  })
})
