import { expect, it } from 'vitest'
import { shippedLibrary } from '../support/shipped-content'

const library = shippedLibrary()
const paragraphs = Object.values(library.provisions).flatMap(({ id, versions }) =>
  versions.flatMap((version) =>
    'text' in version ? Object.entries(version.text.ar).map(([place, text]) => ({ at: `${id}#${place}`, text })) : [],
  ),
)

/** Printed this way: a word in Latin letters beside its Arabic, and letters on which the card has a note. */
const AS_PRINTED = ['l4305-1#1.8', 'l0203-43#1', 'l0203-44#1']

/** Errors that the conversion of the printed copies makes, and that somebody must correct by hand. */
it.each<[trace: string, pattern: RegExp]>([
  ['lam and alif turned round', /ا[أإآ]ل|اال|بالغات|ثالث سنوات|خالف ذلك/u],
  ['two spaces', / {2}/u],
  ['a space before a comma or a full stop', / [،؛.]/u],
  ['a word joined to the comma before it', /[،؛](?=\p{L})/u],
  ['a letter that stands alone', /(?<=\s)(?!و)\p{L}(?=\s)/u],
  ['Latin letters', /\p{Script=Latin}/u],
  ['Arabic-Indic digits', /[٠-٩]/u],
  ['joined forms of letters', /[\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/u],
  ['the number of an article written backwards', /(?<![\d-])\d{1,2}-\d{2,3}(?![\d-])/u],
])('quotes no statute with %s', (_, pattern) => {
  const found = paragraphs.filter(({ at, text }) => pattern.test(text) && !AS_PRINTED.includes(at))

  expect(paragraphs.length).toBeGreaterThan(1000)
  expect(found.map(({ at }) => at)).toEqual([])
})

it('has a note or a Latin word in each paragraph that is left as printed', () => {
  for (const at of AS_PRINTED) {
    const [id = ''] = at.split('#')
    const text = paragraphs.find((paragraph) => paragraph.at === at)?.text ?? ''
    const noted = library.provisions[id]?.traps.some(({ cites }) => cites.some((cite) => at.startsWith(cite)))
    expect(noted || /\p{Script=Latin}/u.test(text)).toBe(true)
  }
})
