import { expect, it } from 'vitest'
import { filesIn } from './files-in'
import { literalTexts } from './literal-texts'

const inComponent = (jsx: string) =>
  literalTexts({ file: 'page.tsx', text: `export const Page = ({ a, t }: Props) => (\n${jsx}\n)\n` })

it.each([
  ['a text', '<p>Bonjour</p>'],
  ['a text in Arabic', '<p>السلام</p>'],
  ['a text beside a value', '<p>{a} minutes</p>'],
  ['a text in braces', "<p>{'Bonjour'}</p>"],
  ['a text that depends', "<p>{a ? t('yes') : 'no'}</p>"],
  ['a text that may be there', "<p>{a && 'Bonjour'}</p>"],
  ['a text around a value', `<p>{\`n° \${a}\`}</p>`],
  ['a label', '<button aria-label="Fermer" />'],
  ['a label in braces', "<img alt={a ? 'Carte' : ''} />"],
  ['a placeholder', `<input placeholder={\`Exemple : \${a}\`} />`],
])('refuses %s', (_, jsx) => {
  expect(inComponent(jsx)).toHaveLength(1)
})

it.each([
  ['sentences of the catalog', "<p aria-label={t('nav.main')}>{t('nav.home')}</p>"],
  ['marks, digits and spaces', "<p>{a} · 12 % {' '}&nbsp;({a})</p>"],
  ['names of classes, kinds and addresses', '<a className="btn" href="/fr" role="button" data-kind="note">{a}</a>'],
  ['what is compared', "<p>{a === 'single' && b !== 'many' && t(c ? 'one' : 'other')}</p>"],
  ['keys of a map', "<p>{texts[a as 'true']}</p>"],
])('lets %s pass', (_, jsx) => {
  expect(inComponent(jsx)).toEqual([])
})

it('names the file and the line', () => {
  expect(inComponent('<p>\n  Bonjour\n</p>')).toEqual(['page.tsx:3 Bonjour'])
})

it('finds no literal text in components and pages', () => {
  const files = filesIn(['app', 'components'], ['.tsx'])

  expect(files.length).toBeGreaterThan(20)
  expect(files.flatMap(literalTexts)).toEqual([])
})
