import { expect, it } from 'vitest'
import { htmlFaults } from './html-faults'

const page = (main: string, head = '<title>A</title>') =>
  `<!doctype html><html lang="ar" dir="rtl"><head>${head}</head><body><h1>A</h1>${main}</body></html>`

it('finds nothing wrong with a sound page', () => {
  const sound = '<label for="a">A</label><input id="a"><label>B <select></select></label><a href="/"><img alt="C"></a>'
  expect(htmlFaults(page(sound), 'ar')).toEqual([])
})

it.each([
  ['<h1>B</h1>', '2 main headings'],
  ['<p id="a"></p><p id="a"></p>', 'id a twice'],
  ['<input id="a">', 'no name: input {"id":"a"}'],
  ['<a href="/"></a>', 'no name: a {"href":"/"}'],
  ['<button></button>', 'no name: button {}'],
  ['<img>', 'no name: img {}'],
])('finds the fault of %s', (main, fault) => {
  expect(htmlFaults(page(main), 'ar')).toEqual([fault])
})

it('finds another language, and a page without a title', () => {
  expect(htmlFaults(page('', ''), 'fr')).toEqual(['lang ar, dir rtl', 'no title'])
})
