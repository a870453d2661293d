import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text'

/** Encodes a text in a one-byte code page, by inverting its decoder. */
function encode(text: string, codePage: string): Uint8Array {
  const decoder = new TextDecoder(codePage)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  // Node's decoder lacks this character of Windows-1252.
  if (codePage === 'windows-1252') bytes.set('’', 0x92)
  return Uint8Array.from([...text].map((letter) => bytes.get(letter) ?? 63))
}

const ARABIC = 'البريد;الاسم بالعربية;الاسم باللاتينية\nf.alaoui@example.ma;فاطمة العلوي;Fatima Alaoui\n'
const FRENCH = 'courriel;prénom et nom;fonction\nhelene@example.ma;Hélène Élouïse Noël;juge chargée de l’enquête\n'
const MIXED = 'email;nom\na@example.ma;محمد بنعبد الله\nb@example.ma;خديجة الإدريسي\n'

describe.each([
  ['utf-8', ARABIC, new TextEncoder().encode(ARABIC)],
  ['utf-8', FRENCH, new TextEncoder().encode(FRENCH)],
  ['windows-1256', ARABIC, encode(ARABIC, 'windows-1256')],
  ['windows-1256', MIXED, encode(MIXED, 'windows-1256')],
  ['windows-1252', FRENCH, encode(FRENCH, 'windows-1252')],
])('%s', (encoding, text, bytes) => {
  it(`reads ${text.slice(0, 12)}…`, () => {
    expect(decodeText(bytes)).toEqual({ encoding, text })
  })
})

it('drops the mark that Excel puts before UTF-8', () => {
  expect(decodeText(new TextEncoder().encode('\uFEFFemail;nom\n')).text).toBe('email;nom\n')
})

it('takes a long French list with few accents for French', () => {
  const text = `email;nom\n${'m.bennani@example.ma;Mohamed Bennani\n'.repeat(50)}n@example.ma;Noël Béché\n`

  expect(decodeText(encode(text, 'windows-1252')).encoding).toBe('windows-1252')
})

describe('a list put together from lists', () => {
  const utf8 = 'a@example.ma;محمد بنعبد الله\n'
  const parts = (...lines: Uint8Array[]) => Uint8Array.from(lines.flatMap((line) => [...line]))

  it.each([
    ['utf-8 + windows-1256', 'b@example.ma;خديجة الإدريسي\r\n', 'windows-1256'],
    ['utf-8 + windows-1252', 'b@example.ma;Hélène Noël\n', 'windows-1252'],
  ])('is read line by line: %s', (encoding, line, codePage) => {
    const bytes = parts(new TextEncoder().encode(`\uFEFFemail;nom\n${utf8}`), encode(line, codePage))

    expect(decodeText(bytes)).toEqual({ encoding, text: `email;nom\n${utf8}${line}` })
  })

  it('needs no line feed at its end', () => {
    const last = encode('b@example.ma;Noël', 'windows-1252')

    expect(decodeText(parts(new TextEncoder().encode(utf8), last)).text).toBe(`${utf8}b@example.ma;Noël`)
  })
})
