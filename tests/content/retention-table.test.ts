import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type Duration, type Term, termsOf } from '@/domain/account/terms'
import { readEnv } from '@/server/env'

const operations = readFileSync('docs/operations.md', 'utf8')

const written = ({ count, unit }: Duration) => `${count} ${count === 1 ? unit.slice(0, -1) : unit}`
const isDuration = (term: Term): term is Duration => typeof term !== 'string'

it('lists in the handbook each kind of data that is deleted by its age, and the term of each', () => {
  const rows = [...operations.matchAll(/^\| `(\w+)` \|[^|]+\| (\d+ \w+) \| (?:–|`RETENTION_\w+`) \|$/gm)]
  const told = new Set(rows.map(([, kind, term]) => `${kind}: ${term}`))
  const terms: [string, Term][] = Object.entries(termsOf(readEnv({}).terms))
  const held = terms.flatMap(([kind, term]) => (isDuration(term) ? [`${kind}: ${written(term)}`] : []))

  expect([...told].toSorted()).toEqual(held.toSorted())
})
