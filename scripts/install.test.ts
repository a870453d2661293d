import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { OLDEST_NODE } from './install.mjs'

it('asks for the Node.js that package.json and the README name', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  const oldest = OLDEST_NODE.join('.')

  expect(engines.node).toBe(`>=${oldest}`)
  expect(readFileSync('README.md', 'utf8')).toContain(`Node.js ${oldest} or newer`)
})
