import { expect, it } from 'vitest'
import { libraryWith, localized, told, yamlSource } from '@/tests/support/course-factories'
import { librarySource } from '@/tests/support/library-factories'
import type { PlanOrder, PlanProfile, PlanRule } from '../../library/pathway'
import { planRules } from './plan-rules'
import type { LibrarySource } from './source'

const BASED = { why: localized('why'), cites: ['cp-448-1'], lawDate: '2025-12-08' }
const rule = (overrides: Partial<PlanRule> = {}): PlanRule => ({
  id: 'secure',
  when: {},
  step: 'secure',
  actors: ['prosecution'],
  times: ['at-once'],
  priority: 10,
  need: 'must',
  ...BASED,
  ...overrides,
})
const order = (overrides: Partial<PlanOrder> = {}): PlanOrder => ({
  id: 'secure-then-hear',
  first: 'secure',
  second: 'hear',
  weight: 'harmful',
  ...BASED,
  ...overrides,
})
const PROFILE: PlanProfile = {
  id: 'a',
  order: 1,
  title: localized('title'),
  story: localized('story'),
  years: 16,
  facts: {
    age: 'child',
    sex: 'female',
    nationality: 'moroccan',
    language: 'spoken',
    form: 'begging',
    danger: 'threat',
    home: 'none',
    health: 'well',
    family: 'absent',
    acts: 'none',
    stage: 'police',
    wish: 'stay',
    region: '03',
  },
}

function source(overrides: { [List in keyof LibrarySource['pathway']]?: unknown[] } = {}): LibrarySource {
  const steps = ['secure', 'hear'].map((id) => ({ id, phase: 'protect', label: localized(id) }))
  const harm = { id: 'confront', phase: 'proceed', label: localized('confront'), harm: BASED }
  const lists = {
    actors: [{ id: 'prosecution', label: localized('prosecution'), entries: [], roles: [] }],
    steps: [...steps, harm],
    rules: [rule(), rule({ id: 'hear', step: 'hear', priority: 50 })],
    orders: [order()],
    profiles: [PROFILE],
    ...overrides,
  }
  const file = (name: string, value: unknown) => yamlSource(`library/referral/${name}.yaml`, value)
  return librarySource({
    regions: yamlSource('library/referral/regions.yaml', [
      { id: '03', name: localized('Fez-Meknes'), short: localized('Fez') },
    ]),
    pathway: Object.fromEntries(
      Object.entries(lists).map(([name, value]) => [name, file(name, value)]),
    ) as unknown as LibrarySource['pathway'],
  })
}

it('accepts rules whose names exist and whose plan keeps the orders', () => {
  expect(planRules(source(), libraryWith())).toEqual([])
})

it.each<[fault: string, lists: Parameters<typeof source>[0], message: string]>([
  [
    'a step that there is not',
    { rules: [rule(), rule({ id: 'b', step: 'hear' }), rule({ id: 'c', step: 'x' })] },
    'steps.yaml',
  ],
  ['an actor that there is not', { rules: [rule({ actors: ['x'] }), rule({ id: 'b', step: 'hear' })] }, 'actors.yaml'],
  ['an order of a step that there is not', { orders: [order({ second: 'x' })] }, 'steps.yaml'],
  [
    'a region that there is not',
    { profiles: [{ ...PROFILE, facts: { ...PROFILE.facts, region: '12' } }] },
    'regions.yaml',
  ],
  [
    'a contact that there is not',
    { actors: [{ id: 'prosecution', label: localized('p'), entries: ['x'], roles: [] }] },
    'entries.yaml',
  ],
  [
    'a rule that calls for harm',
    { rules: [rule(), rule({ id: 'b', step: 'hear' }), rule({ id: 'c', step: 'confront', priority: 60 })] },
    'harms',
  ],
  ['an order of harm', { orders: [order({ second: 'confront' })] }, 'harms'],
  ['a step that no rule calls for', { rules: [rule()] }, 'no rule calls for “hear”'],
  ['an id twice', { rules: [rule(), rule({ step: 'hear', priority: 50 })] }, 'twice'],
  ['a plan against its order', { rules: [rule(), rule({ id: 'b', step: 'hear', priority: 5 })] }, 'against the order'],
  [
    'a step that nobody may take at that stage',
    { actors: [{ id: 'prosecution', label: localized('p'), entries: [], roles: [], stages: ['found'] }] },
    'nobody may take',
  ],
])('finds %s', (_, lists, message) => {
  const found = told(planRules(source(lists), libraryWith()))
  expect(found.some((line) => line.includes(message))).toBe(true)
})
