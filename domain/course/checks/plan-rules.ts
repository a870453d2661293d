import { expectedPlan } from '../../case/expected-plan'
import { error, type Found, type LibraryCheck } from './finding'
import { type LibrarySource, placeIn, type YamlSource } from './source'

type Pathway = LibrarySource['pathway']

/** Referral rules must name existing entries, must not require a harmful step, and must not contradict the orders. */
export const planRules: LibraryCheck = ({ pathway, referral, regions }) => {
  const { actors, steps, rules, orders, profiles } = pathway
  const contacts = new Set((referral.value ?? []).map(({ id }) => id))
  const places = new Set((regions.value ?? []).map(({ id }) => id))
  return [
    ...Object.values(pathway).flatMap((list) => twice(list)),
    ...naming(actors, contacts, 'entries.yaml', ({ entries }) => entries),
    ...naming(rules, idsOf(steps), 'steps.yaml', ({ step }) => [step]),
    ...naming(rules, idsOf(actors), 'actors.yaml', (rule) => rule.actors),
    ...naming(orders, idsOf(steps), 'steps.yaml', ({ first, second }) => [first, second]),
    ...naming(profiles, places, 'regions.yaml', ({ facts }) => [facts.region]),
    ...harmful(pathway),
    ...unused(pathway),
    ...turned(pathway),
  ]
}

function idsOf({ value }: YamlSource<readonly { id: string }[]>): Set<string> {
  return new Set((value ?? []).map(({ id }) => id))
}

function twice(list: YamlSource<readonly { id: string }[]>): Found[] {
  const ids = (list.value ?? []).map(({ id }) => id)
  return ids.flatMap((id, at) =>
    ids.indexOf(id) < at ? [error(placeIn(list, `${at}`), `“${id}” stands twice: keep one`)] : [],
  )
}

function naming<T>(
  list: YamlSource<readonly T[]>,
  known: ReadonlySet<string>,
  file: string,
  namedBy: (item: T) => readonly string[],
): Found[] {
  return (list.value ?? []).flatMap((item, at) =>
    namedBy(item)
      .filter((id) => !known.has(id))
      .map((id) => error(placeIn(list, `${at}`), `“${id}” is not in library/referral/${file}: correct the id`)),
  )
}

function harmful({ steps, rules, orders }: Pathway): Found[] {
  const harms = new Set((steps.value ?? []).flatMap(({ id, harm }) => (harm ? [id] : [])))
  return [
    ...(rules.value ?? []).flatMap(({ step }, at) =>
      harms.has(step) ? [error(placeIn(rules, `${at}.step`), `“${step}” harms: no rule may call for it`)] : [],
    ),
    ...(orders.value ?? []).flatMap(({ first, second }, at) =>
      [first, second]
        .filter((step) => harms.has(step))
        .map((step) => error(placeIn(orders, `${at}`), `“${step}” harms: it has no place in an order`)),
    ),
  ]
}

function unused({ steps, rules }: Pathway): Found[] {
  const called = new Set((rules.value ?? []).map(({ step }) => step))
  return (steps.value ?? []).flatMap(({ id, harm }, at) =>
    harm || called.has(id)
      ? []
      : [error(placeIn(steps, `${at}`), `no rule calls for “${id}”: write one, or remove it`)],
  )
}

/** The plan that the rules give for a profile must not break an order, or have a step that no actor may take. */
function turned({ actors, rules, orders, profiles }: Pathway): Found[] {
  return (profiles.value ?? []).flatMap(({ id, facts }, at) => {
    const expected = expectedPlan({ rules: rules.value ?? [], actors: actors.value ?? [] }, facts)
    const plan = expected.map(({ step }) => step)
    const place = placeIn(profiles, `${at}`)
    return [
      ...expected
        .filter((one) => one.actors.length === 0)
        .map(({ step }) => error(place, `nobody may take “${step}” for “${id}”: name an actor of its stage`)),
      ...(orders.value ?? [])
        .filter(({ first, second }) => plan.includes(first) && plan.includes(second))
        .filter(({ first, second }) => plan.indexOf(second) < plan.indexOf(first))
        .map((order) => error(place, `the rules plan “${id}” against the order “${order.id}”: mend the priorities`)),
    ]
  })
}
