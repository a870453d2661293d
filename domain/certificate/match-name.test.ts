import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, initialsOf, matchesName } from './match-name'

const onPaper = { nameArabic: 'فاطمة الزهراء بن عبد الله الإدريسي', nameLatin: 'Fatima-Zahra Ben Abdallah El Idrissi' }

const letter = fc.constantFrom(...'أإآٱاىیيئؤءةهكڭگڤ éÉœßÀøAzZ0-’.َّـ', '\u200F', '\uFEFB', '\u0301')
const someName = fc.array(letter, { maxLength: 80 }).map((letters) => letters.join(''))

describe('matchesName', () => {
  it.each([
    ['the Arabic name', 'فاطمة الزهراء بن عبد الله الإدريسي'],
    ['no hamza', 'فاطمة الزهرا بن عبد الله الادريسي'],
    ['hamza above for hamza below', 'فاطمة الزهراء بن عبد الله الأدريسي'],
    ['ha for ta marbuta', 'فاطمه الزهراء بن عبد الله الإدريسي'],
    ['tashkeel', 'فَاطِمَةُ الزَّهْرَاءِ بِنْ عَبْدِ اللّٰهِ الإِدْرِيسِيّ'],
    ['tatweel', 'فاطمـــة الزهراء بن عبد الله الإدريســي'],
    ['no space after a letter that does not join', 'فاطمة الزهراء بن عبدالله الإدريسي'],
    ['alef maqsura for ya', 'فاطمة الزهراء بن عبد الله الإدريسى'],
    ['the ya and kaf of a Persian keyboard', 'فاطمة الزهراء بن عبد الله الإدریسی'],
    ['letters as old PDFs hold them', 'ﻓﺎﻃﻤﺔ الزهراء بن عبد ﷲ الإدريسي'],
    ['marks of direction', '\u202Bفاطمة الزهراء بن عبد الله الإدريسي\u202C\u200F'],
    ['the Latin name', 'Fatima-Zahra Ben Abdallah El Idrissi'],
    ['capitals and no hyphen', 'FATIMA ZAHRA BEN ABDALLAH EL IDRISSI'],
    ['accents', 'Fátima-Zahra Ben Abdallah El Idrissí'],
    ['spaces around and between', '  fatima  zahra ben abdallah el idrissi '],
  ])('takes %s', (_, typed) => {
    expect(matchesName(typed, onPaper)).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['only marks', ' -َّ.\u200F'],
    ['another order', 'El Idrissi Fatima-Zahra Ben Abdallah'],
    ['a part of the name', 'Fatima-Zahra'],
    ['one letter too many', 'Fatima-Zahra Ben Abdallah El Idrissie'],
    ['both names', `${onPaper.nameArabic} ${onPaper.nameLatin}`],
    ['another name', 'سلمى بناني'],
  ])('refuses %s', (_, typed) => {
    expect(matchesName(typed, onPaper)).toBe(false)
  })

  it.each(['أكدال', 'اڭدال', 'اݣدال', 'اگدال', 'اکدال'])('reads the kaf of %s as any other', (typed) => {
    expect(matchesName(typed, { nameArabic: 'أكدال', nameLatin: 'Agdal' })).toBe(true)
  })

  it('matches a name with itself, whatever its letters', () => {
    fc.assert(fc.property(someName, (name) => matchesName(`ا${name}`, { nameArabic: `ا${name}`, nameLatin: 'x' })))
  })
})

it('folds a folded name no further', () => {
  fc.assert(fc.property(someName, (name) => foldName(foldName(name)) === foldName(name)))
})

describe('initialsOf', () => {
  it.each([
    ['Salma Bennani', 'S. B.'],
    ['Fatima-Zahra El Idrissi', 'F. Z. E.'],
    ['élodie d’Orléans', 'É. D.'],
    ["'Abd al-Qadir", 'A. A. Q.'],
    ['Salma', 'S.'],
    ['سلمى بناني', 'س. ب.'],
    ['فاطمة الزهراء العلوي', 'ف. ز. ع.'],
    ['آلاء', 'آ.'],
    ['ألباز', 'أ.'],
    ['', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
