import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameArabicSchema, nameLatinSchema } from './person-name'

const problem = (schema: typeof nameArabicSchema, name: string) => schema.safeParse(name).error?.issues[0]?.message

it.each(['فاطمة الزهراء العلوي', 'عبد الرحمن بن موسى', 'مُحَمَّد أمين', 'ليلى الڭراوي', 'آل-خطاب'])(
  'takes the name %s in Arabic',
  (name) => {
    expect(nameArabicSchema.parse(name)).toBe(name.normalize('NFC'))
  },
)

it.each([
  'Fatima-Zahra El Alaoui',
  'M’hamed N’Diaye',
  "Saïd O'Brien",
  'Ahmed M. Bennani',
  'Ahmed Bennani Jr.',
  'ʿAbd al-Ḥaqq Ṣaʿīdī',
  'Łukasz Þór',
])('takes the name %s in Latin script', (name) => {
  expect(nameLatinSchema.parse(name)).toBe(name)
})

it('keeps one space between words, composed letters and one kind of hyphen', () => {
  expect(nameLatinSchema.parse('  Zoe\u0301 \u00A0\t El\u2010Fassi ')).toBe('Zoé El-Fassi')
})

it('drops what stretches or cannot be seen', () => {
  expect(nameArabicSchema.parse('\uFEFFمحـــمد\u200F')).toBe('محمد')
})

it('reads letters that an old PDF holds by their shape', () => {
  expect(nameArabicSchema.parse('\uFEE3\uFEA4\uFEE4\uFEAA')).toBe('محمد')
})

it.each([
  ['Latin letters', 'Fatima'],
  ['both scripts', 'فاطمة Fatima'],
  ['a digit', 'فاطمة 2'],
  ['an override', 'فاطمة\u202Eعلي'],
  ['an isolate', '\u2066فاطمة\u2069'],
  ['an emoji', 'فاطمة 🌹'],
  ['a null byte', 'فاطمة\0'],
  ['a line end', 'فاطمة\nعلي'],
  ['a heap of marks', 'فَََََََاطمة'],
  ['only marks', 'ََ'],
])('refuses %s in an Arabic name', (_, name) => {
  expect(problem(nameArabicSchema, name)).toBe('name-arabic')
})

it.each([
  ['Arabic letters', 'فاطمة'],
  ['HTML', '<b>Ahmed</b>'],
  ['SQL', "Robert'); DROP TABLE"],
  ['Typst', '#eval("1")'],
  ['an address', 'evil.example'],
  ['a Cyrillic letter that looks Latin', 'Аhmed'],
  ['punctuation alone', '-'],
  ['an override', 'Ahmed\u202E'],
  ['an emoji', 'Ahmed 😀'],
  ['a keycap', 'Ahmed 1\u20E3'],
])('refuses %s in a Latin name', (_, name) => {
  expect(problem(nameLatinSchema, name)).toBe('name-latin')
})

it('asks for a name, and for no more than 80 characters', () => {
  expect(problem(nameLatinSchema, ' \t ')).toBe('required')
  expect(problem(nameLatinSchema, 'a'.repeat(80))).toBeUndefined()
  expect(problem(nameLatinSchema, 'a'.repeat(81))).toBe('too-long')
  expect(problem(nameArabicSchema, 'ا'.repeat(10_000))).toBe('too-long')
})

it('changes nothing in a name that it has accepted', () => {
  const characters = fc.constantFrom(...'abÉḥʿ’-. محّـَ\u200F\t1<\u202E')
  fc.assert(
    fc.property(fc.string({ unit: characters, maxLength: 20 }), (typed) => {
      const kept = nameLatinSchema.safeParse(typed).data ?? nameArabicSchema.safeParse(typed).data
      if (kept === undefined) return true
      return [nameLatinSchema, nameArabicSchema].some((schema) => schema.safeParse(kept).data === kept)
    }),
  )
})
