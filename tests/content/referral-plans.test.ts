import { expect, it } from 'vitest'
import { expectedPlan } from '@/domain/case/expected-plan'
import { PHASES, type PlanProfile } from '@/domain/library/pathway'
import { comparePlan, isComplete } from '@/domain/practice/referral/compare-plan'
import { hasUnpublishedProtocol, knownInRegion } from '@/domain/practice/referral/known-in-region'
import { shippedLibrary } from '../support/shipped-content'

const library = shippedLibrary()
const { pathway } = library
const regions = Object.keys(library.regions).toSorted()
const contacts = Object.values(library.referral)

const inRegion = (profile: PlanProfile, region: string) => ({ ...profile, facts: { ...profile.facts, region } })

/** The steps that the rules plan for a person, and the known contacts for them in each region. */
function described(profile: PlanProfile): string {
  const plan = expectedPlan(pathway, profile.facts)
  const steps = plan.map(({ step, need, actors, times, reasons }) => {
    const cites = [...new Set(reasons.flatMap((reason) => reason.cites))]
    return `  ${step} (${need}) — ${actors.join(', ')} — ${times.join(', ')} — ${cites.join(', ')}`
  })
  const places = regions.map((region) => {
    const here = expectedPlan(pathway, inRegion(profile, region).facts)
    const added = here.map(({ step }) => step).filter((step) => !plan.some((one) => one.step === step))
    const left = plan.map(({ step }) => step).filter((step) => !here.some((one) => one.step === step))
    const local = pathway.actors
      .filter(({ id, roles }) => roles.length > 0 && here.some(({ actors }) => actors.includes(id)))
      .map((actor) => {
        const known = knownInRegion(actor, region, contacts) ?? []
        return `${actor.id}: ${known.map(({ id }) => id).join(', ') || 'to be filled in'}`
      })
    const changed = [...added.map((step) => `+${step}`), ...left.map((step) => `-${step}`)]
    const unpublished = hasUnpublishedProtocol(region, contacts) ? ['protocol not public'] : []
    return `  ${region}  ${[...changed, ...unpublished, ...local].join(' · ')}`
  })
  return [`${profile.id} ${JSON.stringify(profile.facts)}`, ...steps, ...places, ''].join('\n')
}

it('gives each profile in each region the plan that was reviewed', async () => {
  expect(regions).toHaveLength(12)
  expect(pathway.profiles.length).toBeGreaterThanOrEqual(6)
  await expect(pathway.profiles.map(described).join('\n')).toMatchFileSnapshot('./referral-plans.golden.txt')
})

it.each(pathway.profiles.flatMap((profile) => regions.map((region) => [profile.id, region] as const)))(
  'finds nothing wrong with its own plan for %s in region %s',
  (id, region) => {
    const found = pathway.profiles.find((profile) => profile.id === id) as PlanProfile
    const profile = inRegion(found, region)
    const plan = expectedPlan(pathway, profile.facts).map(({ step, actors, times }) => ({
      step,
      actor: actors[0] ?? null,
      time: times[0] ?? null,
    }))
    const comparison = comparePlan(pathway, profile, plan)
    expect(isComplete(comparison)).toBe(true)
    expect(comparison.more).toEqual([])
    expect(comparePlan(pathway, profile, plan.toReversed()).findings.map(({ verdict }) => verdict)).toContain('order')
  },
)

it('cites a text for every step of every plan', () => {
  for (const { facts } of pathway.profiles) {
    for (const { reasons } of expectedPlan(pathway, facts))
      expect(reasons.every(({ cites }) => cites.length > 0)).toBe(true)
  }
})

it('calls for every phase in one profile or another', () => {
  const phases = pathway.profiles.flatMap(({ facts }) =>
    expectedPlan(pathway, facts).map(({ step }) => pathway.steps.find(({ id }) => id === step)?.phase),
  )
  expect(new Set(phases)).toEqual(new Set(PHASES))
})

it('leaves open only the protocols of Casablanca, Tangier and Béni Mellal', () => {
  expect(regions.filter((region) => hasUnpublishedProtocol(region, contacts))).toEqual(['01', '05', '06'])
})
