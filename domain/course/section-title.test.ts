import { expect, it } from 'vitest'
import { lesson } from '@/tests/support/course-factories'
import { sectionTitle } from './section-title'

const fr = `## L’acte {#act}

Texte {#threshold}

### Le seuil, :cite[article 448-1]{id="cp-448-1"} {#threshold}

## Sans identifiant
`
const course = { lessons: [lesson({ bodies: { ar: '## الفعل {#act}', fr, en: '## The act {#the-act}' } })] }

it.each([
  ['offence#act', 'fr', 'texte title · L’acte'],
  ['offence#act', 'ar', 'نص title · الفعل'],
  ['offence#threshold', 'fr', 'texte title · Le seuil, article 448-1'],
] as const)('calls %s in %s by its heading', (passage, locale, title) => {
  expect(sectionTitle(course, passage, locale)).toBe(title)
})

it.each(['offence#act', 'offence#elsewhere', 'offence', 'offence#'])(
  'calls a lesson by its title when %s names no section of it',
  (passage) => {
    expect(sectionTitle(course, passage, 'en')).toBe('text title')
  },
)

it('returns a passage of an unknown lesson unchanged', () => {
  expect(sectionTitle(course, 'dropped#act', 'fr')).toBe('dropped#act')
})
