import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Markdown } from './markdown'

const html = (text: string) => renderToStaticMarkup(<Markdown text={text} locale="en" />)
const cite = (id: string) => `:cite[${id}]{id="${id}"}`
const aside = (id: string) => `<x-cite id="${id}" mark="aside">${id}</x-cite>`

it.each([
  [`Said (${cite('a')}).`, `<p>Said ${aside('a')}.</p>`],
  [`Said (${cite('a')} and ${cite('b')}), then.`, `<p>Said ${aside('a')} ${aside('b')}, then.</p>`],
  [`Said (${cite('a')}, ${cite('b')}; ${cite('c')}).`, `<p>Said ${aside('a')} ${aside('b')} ${aside('c')}.</p>`],
  [`قيل (${cite('a')} و${cite('b')}).`, `<p>قيل ${aside('a')} ${aside('b')}.</p>`],
  [`- **One** (${cite('a')})`, `<ul>\n<li><strong>One</strong> ${aside('a')}</li>\n</ul>`],
])('%s: takes citations out of brackets that hold nothing else', (text, shown) => {
  expect(html(text)).toBe(shown)
})

it.each([
  `Under ${cite('a')}, it is an offence.`,
  `Said (${cite('a')}, as ratified).`,
  `Said (see ${cite('a')}).`,
  `Said ${cite('a')}).`,
])('%s: leaves a citation that is part of the sentence', (text) => {
  expect(html(text)).not.toContain('mark=')
})

const cell = (content: string) => html(`| A | B |\n|---|---|\n| x | ${content} |`)

it('marks the citations that fill a cell, and no others', () => {
  expect(cell(`${cite('a')} and ${cite('b')}`)).toContain(
    '<td><x-cite id="a" mark="cell">a</x-cite> and <x-cite id="b" mark="cell">b</x-cite></td>',
  )
  expect(cell(`under ${cite('a')}`)).not.toContain('mark=')
  expect(cell(`${cite('a')} or not`)).not.toContain('mark=')
})
