import { expect, it } from 'vitest'
import { expectedPlan } from '../../case/expected-plan'
import { type Pathway, type PlanProfile, type PlanRule, type ProfileFacts, planRuleSchema } from '../../library/pathway'
import { comparePlan, isComplete } from './compare-plan'
import { knownInRegion } from './known-in-region'
import { changePlan, type Plan, readPlan, readPlanForm } from './plan'

const said = (text: string) => ({ ar: text, fr: text, en: text })
const FACTS: ProfileFacts = {
  age: 'adult',
  sex: 'female',
  nationality: 'foreign',
  language: 'spoken',
  form: 'domestic',
  danger: 'threat',
  home: 'none',
  health: 'well',
  family: 'absent',
  acts: 'none',
  stage: 'police',
  wish: 'undecided',
  region: '03',
}
const rule = (id: string, overrides: Partial<PlanRule> = {}): PlanRule => ({
  id,
  when: {},
  step: id,
  actors: ['prosecution'],
  times: ['at-once'],
  priority: 10,
  need: 'must',
  why: said(id),
  cites: ['cpp-82-5-1#3'],
  lawDate: '2025-12-08',
  ...overrides,
})
const PATHWAY: Pathway = {
  actors: ['prosecution', 'judicial-police'].map((id) => ({ id, label: said(id), entries: [], roles: [] })),
  steps: [
    ...(['secure', 'hear', 'reflection', 'stay'] as const).map((id) => ({
      id,
      phase: 'protect' as const,
      label: said(id),
    })),
    {
      id: 'confront',
      phase: 'proceed',
      label: said('confront'),
      harm: { why: said('it exposes'), cites: ['cpp-82-5-1#3'], lawDate: '2025-12-08' },
    },
  ],
  rules: [
    rule('hear', { priority: 50, actors: ['judicial-police'], times: ['next-days', 'thirty-days'] }),
    rule('secure'),
    rule('reflection', { priority: 30, when: { stage: ['trial'] } }),
    rule('stay', { priority: 52, need: 'may' }),
  ],
  orders: [
    {
      id: 'secure-then-hear',
      first: 'secure',
      second: 'hear',
      weight: 'harmful',
      why: said('she goes back'),
      cites: ['cpp-82-5-1#3'],
      lawDate: '2025-12-08',
    },
  ],
  profiles: [],
}
const PROFILE: Pick<PlanProfile, 'facts'> = { facts: FACTS }
const SECURE = { step: 'secure', actor: 'prosecution', time: 'at-once' } as const
const HEAR = { step: 'hear', actor: 'judicial-police', time: 'next-days' } as const
const told = (plan: Plan) =>
  comparePlan(PATHWAY, PROFILE, plan).findings.map(({ verdict, step, other }) =>
    [verdict, step, other].join(' ').trim(),
  )

it('requires the steps whose rules hold, by priority', () => {
  expect(expectedPlan(PATHWAY, FACTS).map(({ step, need }) => `${step} ${need}`)).toEqual([
    'secure must',
    'hear must',
    'stay may',
  ])
  expect(expectedPlan(PATHWAY, { ...FACTS, stage: 'trial' }).map(({ step }) => step)).toContain('reflection')
})

it('adds up several rules of one step', () => {
  const rules = [
    rule('a', { step: 'hear', need: 'may', times: ['trial'], priority: 60 }),
    rule('b', { step: 'hear', actors: ['court'], times: ['at-once'], priority: 20, cites: ['cpp-302#2'] }),
  ]
  expect(expectedPlan({ rules, actors: [] }, FACTS)).toMatchObject([
    {
      step: 'hear',
      need: 'must',
      actors: ['prosecution', 'court'],
      times: ['at-once', 'trial'],
      priority: 20,
      reasons: [{ rule: 'a' }, { rule: 'b', cites: ['cpp-302#2'] }],
    },
  ])
})

it('leaves out actors who have no part in the stage of the procedure', () => {
  const rules = [rule('hear', { actors: ['court', 'judicial-police'] })]
  const actors = [{ id: 'court', label: said('court'), entries: [], roles: [], stages: ['trial' as const] }]
  expect(expectedPlan({ rules, actors }, FACTS)[0]?.actors).toEqual(['judicial-police'])
  expect(expectedPlan({ rules, actors }, { ...FACTS, stage: 'trial' })[0]?.actors).toContain('court')
})

it('refuses a condition about an unknown fact', () => {
  const { why, ...rest } = rule('a')
  expect(planRuleSchema.safeParse({ ...rest, why, when: { income: ['low'] } }).success).toBe(false)
  expect(planRuleSchema.safeParse({ ...rest, why, cites: [] }).success).toBe(false)
})

it.each<[what: string, plan: Plan, findings: string[]]>([
  ['a whole plan', [SECURE, HEAR], ['in-place secure', 'in-place hear']],
  ['an empty plan', [], ['missing secure', 'missing hear']],
  ['hearing before protecting', [HEAR, SECURE], ['harmful hear secure', 'in-place secure']],
  [
    'a harmful step',
    [SECURE, HEAR, { ...HEAR, step: 'confront' }],
    ['harmful confront', 'in-place secure', 'in-place hear'],
  ],
  [
    'the wrong person, too late',
    [{ step: 'secure', actor: 'judicial-police', time: 'trial' }, HEAR],
    ['actor secure', 'time secure', 'in-place hear'],
  ],
  [
    'nobody and no time',
    [SECURE, { step: 'hear', actor: null, time: null }],
    ['actor hear', 'time hear', 'in-place secure'],
  ],
  ['too early', [SECURE, { ...HEAR, time: 'at-once' }], ['time hear', 'in-place secure']],
  [
    'a step that the situation does not call for',
    [SECURE, HEAR, { step: 'reflection', actor: 'prosecution', time: 'at-once' }],
    ['not-called-for reflection', 'in-place secure', 'in-place hear'],
  ],
])('says of %s what is right and wrong', (_, plan, findings) => {
  expect(told(plan)).toEqual(findings)
})

it('counts no optional step as missing, and gives grounds with citations for every fault', () => {
  const { findings, more } = comparePlan(PATHWAY, PROFILE, [HEAR, SECURE, { ...HEAR, step: 'confront' }])
  expect(more.map(({ step }) => step)).toEqual(['stay'])
  for (const { verdict, grounds } of findings) {
    if (verdict !== 'not-called-for') expect(grounds.flatMap(({ cites }) => cites)).not.toEqual([])
  }
  expect(isComplete({ findings })).toBe(false)
  expect(isComplete(comparePlan(PATHWAY, PROFILE, [SECURE, HEAR]))).toBe(true)
})

it('changes a plan with one button', () => {
  const plan: Plan = [SECURE, HEAR]
  expect(changePlan(plan, { change: 'down', step: 'secure' })).toEqual([HEAR, SECURE])
  expect(changePlan(plan, { change: 'up', step: 'hear' })).toEqual([HEAR, SECURE])
  expect(changePlan(plan, { change: 'up', step: 'secure' })).toEqual(plan)
  expect(changePlan(plan, { change: 'down', step: 'hear' })).toEqual(plan)
  expect(changePlan(plan, { change: 'remove', step: 'secure' })).toEqual([HEAR])
  expect(changePlan(plan, { change: 'add', step: 'secure' })).toEqual(plan)
  expect(changePlan([], { change: 'add', step: 'stay' })).toEqual([{ step: 'stay', actor: null, time: null }])
})

function sent(fields: [string, string][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

it('reads the rows and the button of the form', () => {
  const rows: [string, string][] = [
    ['step', 'hear'],
    ['actor', ''],
    ['time', 'trial'],
  ]
  expect(readPlanForm(sent([...rows, ['act', 'add'], ['new', 'secure']]), PATHWAY)).toEqual({
    plan: [{ step: 'hear', actor: null, time: 'trial' }],
    change: { change: 'add', step: 'secure' },
  })
  expect(readPlanForm(sent([...rows, ['up', 'hear']]), PATHWAY)?.change).toEqual({ change: 'up', step: 'hear' })
  expect(readPlanForm(sent([...rows, ['act', 'compare']]), PATHWAY)?.change).toEqual({ change: 'set' })
})

it.each<[what: string, fields: [string, string][]]>([
  [
    'an unknown step',
    [
      ['step', 'x'],
      ['actor', ''],
      ['time', ''],
    ],
  ],
  [
    'an unknown actor',
    [
      ['step', 'hear'],
      ['actor', '<b>Amina</b>'],
      ['time', ''],
    ],
  ],
  [
    'an unknown time',
    [
      ['step', 'hear'],
      ['actor', ''],
      ['time', 'tomorrow'],
    ],
  ],
  [
    'a row without its fields',
    [
      ['step', 'hear'],
      ['actor', ''],
    ],
  ],
  [
    'a step twice',
    [
      ['step', 'hear'],
      ['step', 'hear'],
      ['actor', ''],
      ['actor', ''],
      ['time', ''],
      ['time', ''],
    ],
  ],
  [
    'a step to add that there is not',
    [
      ['act', 'add'],
      ['new', 'x'],
    ],
  ],
  ['a step to move that there is not', [['up', 'x']]],
])('refuses %s', (_, fields) => {
  expect(readPlanForm(sent(fields), PATHWAY)).toBeNull()
})

it('leaves out of a stored plan what the library no longer has', () => {
  expect(readPlan([SECURE, { ...SECURE, step: 'gone' }, { ...HEAR, actor: 'gone' }, SECURE], PATHWAY)).toEqual([SECURE])
  expect(readPlan('{"typed": "a name"}', PATHWAY)).toEqual([])
})

it('lists a shelter only for its own region', () => {
  const shelter = { id: 'a', region: '03', roles: ['shelter'] }
  const association = { entries: [], roles: ['shelter' as const] }
  expect(knownInRegion(association, '03', [shelter])).toEqual([shelter])
  expect(knownInRegion(association, '06', [shelter])).toEqual([])
  expect(knownInRegion({ entries: [], roles: [] }, '03', [shelter])).toBeNull()
  expect(knownInRegion({ entries: ['b'], roles: [] }, '03', [shelter, { id: 'b', region: null, roles: [] }])).toEqual([
    { id: 'b', region: null, roles: [] },
  ])
})
