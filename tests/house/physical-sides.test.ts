import { expect, it } from 'vitest'
import { filesIn } from './files-in'
import { physicalSides } from './physical-sides'

const sides = (file: string, text: string) => physicalSides({ file, text })

it.each([
  'margin-left: 1rem;',
  'padding-right:0;',
  'border-left: 1px solid;',
  'border-top-left-radius: 4px;',
  'left: 0;',
  '.x{right:0}',
  'text-align: left;',
  'float: right;',
  'background-position: left center;',
  'scroll-margin-left: 1rem;',
  'margin: 0 1rem 0 0;',
  'padding: 1px 2px 3px 4px;',
])('refuses in a style sheet: %s', (rule) => {
  expect(sides('a.css', rule)).toEqual([`a.css:1 ${rule}`])
})

it.each([
  'margin-inline-start: 1rem;',
  'text-align: start;',
  'inset-inline: 0;',
  'direction: ltr;',
  'margin: 0 1rem 2px 1rem;',
  'padding: 1px 2px 3px;',
  'margin: 0 auto;',
  'border-start-start-radius: 4px;',
  '/* French left, Arabic right */',
  '.copyright { color: var(--c-bright); }',
])('lets pass in a style sheet: %s', (rule) => {
  expect(sides('a.css', rule)).toEqual([])
})

it.each([
  '<p className="note ml-2">',
  "const name = 'text-right'",
  '<p className="-left-4" />',
  '<p className="rounded-tl" />',
  '<p style={{ marginLeft: 4 }} />',
  '<p style={{ left: 0 }} />',
  'node.style.left = 0',
])('refuses in a component: %s', (line) => {
  expect(sides('a.tsx', line)).toEqual([`a.tsx:1 ${line}`])
})

it.each([
  '<p className="note ms-2 text-start">',
  'const right = question.correct.length',
  '// right-to-left text',
  '/** French left and Arabic right */',
  "t('practice.rightAnswer')",
])('lets pass in a component: %s', (line) => {
  expect(sides('a.tsx', line)).toEqual([])
})

it('keeps line numbers after a comment of several lines', () => {
  expect(sides('a.css', '/* a\nb */\nleft: 0;')).toEqual(['a.css:3 left: 0;'])
})

it('finds no side of the screen in components and pages', () => {
  const files = filesIn(['app', 'components'], ['.css', '.tsx', '.ts'])

  expect(files.some(({ file }) => file.endsWith('lesson.css'))).toBe(true)
  expect(files.flatMap(physicalSides)).toEqual([])
})
