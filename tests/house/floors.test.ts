import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { forbidden } from '@/.dependency-cruiser.mjs'
import { allowedImports, drawFloors, drawnFloors, pictureIn } from '@/tools/floors/draw-floors.mjs'

it('shows in the document the picture that the import rules draw now: npm run floors:draw', () => {
  expect(pictureIn(readFileSync('docs/architecture.md', 'utf8'))).toBe(drawnFloors())
})

it('draws an arrow only where the rules allow the import', () => {
  const imports = allowedImports()

  expect(imports.get('domain')).toEqual([])
  expect(imports.get('components')).toEqual(['i18n', 'domain'])
  expect(imports.get('app')).not.toContain('server/db')
  expect(imports.get('server/db')).not.toContain('server')
})

it('draws another picture when a rule is taken away, and refuses to draw a circle', () => {
  const without = (name: string) => forbidden.filter((rule) => rule.name !== name)

  expect(drawFloors(without('pages-call-use-cases'))).toContain('app --> components & server-http & server & server-db')
  expect(() => drawFloors(without('domain-is-pure'))).toThrow('the rules allow a circle')
})
