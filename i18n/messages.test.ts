import { describe, expect, it } from 'vitest'
import { ACTS } from '@/domain/audit/act'
import { readHeader } from '@/domain/cohort/import/columns'
import { functionNamed } from '@/domain/cohort/import/function-names'
import { ERROR_CODES } from '@/domain/errors'
import { FIELD_PROBLEMS } from '@/domain/form/field-problem'
import { LOCALES, type Locale } from '@/domain/locale'
import { PERSON_FUNCTIONS } from '@/domain/person/person-function'
import { icuShape } from '@/tests/support/icu'
import ar from './messages/ar.json'
import en from './messages/en.json'
import fr from './messages/fr.json'
import { translator } from './translator'

const CATALOGS: Record<Locale, Map<string, string>> = { ar: flat(ar), fr: flat(fr), en: flat(en) }

/** `{ errors: { retry: 'Retry' } }` → `errors.retry` → `Retry`. */
function flat(texts: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

/** The messages that match `mark`, each as `key: text`. */
function withMark(locale: Locale, mark: RegExp): string[] {
  return [...CATALOGS[locale]].filter(([, text]) => mark.test(text)).map(([key, text]) => `${key}: ${text}`)
}

const keys = [...CATALOGS.ar.keys()]

describe.each(LOCALES)('the messages in %s', (locale) => {
  const catalog = CATALOGS[locale]

  it('have the same keys as in the other languages', () => {
    expect([...catalog.keys()].toSorted()).toEqual(keys.toSorted())
  })

  it('ask for the same arguments and tags', () => {
    const asked = (texts: Map<string, string>, key: string) => {
      const shape = icuShape(texts.get(key) ?? '')
      return { arguments: [...shape.arguments].toSorted(), tags: [...shape.tags].toSorted() }
    }
    for (const key of keys) expect(asked(catalog, key), key).toEqual(asked(CATALOGS.ar, key))
  })

  it('are never empty, and never begin or end with a space', () => {
    expect(withMark(locale, /^\s*$|^\s|\s$/)).toEqual([])
  })

  it('have Western digits and plain hyphens', () => {
    expect(withMark(locale, /[\u0660-\u0669\u06F0-\u06F9]/)).toEqual([])
    expect(withMark(locale, /\u2011/)).toEqual([])
  })

  it('have typographic apostrophes: a straight one would quote what follows it', () => {
    expect(withMark(locale, /'/)).toEqual([])
  })

  it('hold no mark that cannot be seen, and no space but the plain one', () => {
    expect(withMark(locale, /[\u00A0\u00AD\u200B-\u200F\u202A-\u202F\u2060-\u2069\uFEFF\t\n\r]/)).toEqual([])
    expect(withMark(locale, / {2}/)).toEqual([])
  })

  it('say something for every refusal, act, field problem and function', () => {
    expect(ERROR_CODES.filter((code) => !catalog.has(`errors.${code}`))).toEqual([])
    expect(ACTS.filter((act) => !catalog.has(`audit.acts.${act}`))).toEqual([])
    expect(FIELD_PROBLEMS.filter((problem) => !catalog.has(`fields.problems.${problem}`))).toEqual([])
    expect(PERSON_FUNCTIONS.filter((name) => !catalog.has(`fields.functions.${name}`))).toEqual([])
  })

  it('are understood in a roster: a school may call a function or a column what the site calls it', () => {
    const said = (key: string) => catalog.get(key) ?? ''
    expect(PERSON_FUNCTIONS.map((code) => functionNamed(said(`fields.functions.${code}`)))).toEqual(PERSON_FUNCTIONS)
    const facts = ['email', 'nameArabic', 'nameLatin', 'function', 'institution', 'locale'] as const
    const parts = ['givenArabic', 'familyArabic', 'givenLatin', 'familyLatin'] as const
    const exported = ['email', 'nameArabic', 'nameLatin', 'function'] as const
    for (const [room, columns] of [
      ['fields', facts],
      ['cohorts.import.columns', facts],
      ['cohorts.export.columns', exported],
      ['cohorts.import.columns', ['email', ...parts]],
    ] as const) {
      const header = readHeader(columns.map((column) => said(`${room}.${column}`)))
      expect(header, room).toEqual(columns)
    }
  })

  it('can all be formatted', () => {
    const t = translator(locale) as unknown as { markup(key: string, values: Record<string, unknown>): string }
    for (const [key, text] of catalog) {
      const shape = icuShape(text)
      const given = [...shape.arguments]
        .map((each) => each.split(', '))
        .map(([name = '', kind]) => [name, kind ? 3 : 'x'])
      const tags = [...shape.tags].map((tag) => [tag, (inside: string) => inside])
      const written = t.markup(key, Object.fromEntries([...given, ...tags]))
      expect(written, key).not.toMatch(new RegExp(`[{}<>]|^${key.replaceAll('.', '\\.')}$`))
    }
  })
})

const FORMS: Record<Locale, readonly string[]> = {
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  fr: ['one', 'other'],
  en: ['one', 'other'],
}

it.each(LOCALES)('has all the plural forms of %s in every message that counts', (locale) => {
  for (const [key, text] of CATALOGS[locale]) {
    for (const { kind, forms } of icuShape(text).choices) {
      if (kind === 'plural')
        expect(
          forms.filter((form) => !form.startsWith('=')),
          key,
        ).toEqual(FORMS[locale])
    }
  }
})

it('isolates every number with a hyphen in Arabic, where it would be shown backwards', () => {
  expect(withMark('ar', /\d[-\u2010-\u2015]\d/)).toEqual([])
})

it('uses Arabic punctuation in Arabic, close to the word before it', () => {
  expect(withMark('ar', /[\u0621-\u064A]\s*[,;?]/)).toEqual([])
  expect(withMark('ar', / [،؛؟:.!»]|« /)).toEqual([])
})

it('puts a space before the French double marks, so that the page can make it a no-break one', () => {
  expect(withMark('fr', /[\p{L}\p{N}}>][:;!?»](?!\w)|«(?! )/u)).toEqual([])
})

describe('one word for one thing', () => {
  it('is kept in Arabic for what is invented, for a review after some time, and for who holds a certificate', () => {
    expect(withMark('ar', /متخيل|نسج الخيال/)).toEqual([])
    expect(withMark('ar', /متباعد/)).toEqual([])
    expect(withMark('ar', /صاحب\(ة\)|ناجح\(ة\)|السيد\(ة\)|مؤطر\(ة\)/)).toEqual([])
  })

  it('is kept in Arabic for the acts and headings that a magistrate reads', () => {
    expect(withMark('ar', /خوض مسطرة|وزن مؤشرات/)).toEqual([])
    expect(withMark('ar', /عنوان سري|لا رجوع فيه|ما يلي ذلك|النص الذي يجيب/)).toEqual([])
  })

  it('is kept in French for what a learner receives after a course', () => {
    const kinds = Object.entries(fr.certificate.kinds).filter(([kind]) => kind !== 'attendance')
    for (const [, name] of kinds) expect(name).toMatch(/^Certificat /)
  })

  // A letter is sent by e-mail. An announcement is what a cohort is told, on its page and by letter. A message is
  // written in a thread.
  it.each([
    ['fr', /\bmessages?\b|\blettres?\b/i],
    ['en', /\bmessages?\b|(?<!e-)\bmails?\b/i],
    ['ar', /مراسلات|خطاب/],
  ] as const)('is kept on the pages of announcements and of letters in %s', (locale, another) => {
    const said = [...CATALOGS[locale]].filter(([key]) =>
      /^(cohorts\.messages|mail\.announcement(Test)?|letters)\./.test(key),
    )
    expect(said.length).toBeGreaterThan(80)
    expect(said.filter(([, text]) => another.test(text))).toEqual([])
  })

  it.each([
    ['fr', 'annonce'],
    ['en', 'announcement'],
    ['ar', 'إعلان'],
  ] as const)('names in %s what is written to a cohort', (locale, word) => {
    for (const key of ['new', 'edit', 'withdraw', 'done.sent', 'done.withdrawn', 'done.deleted'])
      expect(CATALOGS[locale].get(`cohorts.messages.${key}`)?.toLowerCase()).toContain(word)
  })
})
