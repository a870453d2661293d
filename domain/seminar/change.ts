import { boundsOf, type HoursEffect } from '../time/half-days'
import type { SeminarFields } from './seminar-form'

/** What has changed for participants: when or where it takes place. `words`: anything else, which its page shows. */
export type SeminarChange = 'none' | 'words' | 'place' | 'time'
type Compared = Pick<SeminarFields, 'place' | 'accessDetails' | 'link' | 'sittings'>

/** The most important difference between two states of a seminar. */
export function changeOf(before: SeminarFields, after: SeminarFields): SeminarChange {
  if (timesOf(before) !== timesOf(after)) return 'time'
  if (placeOf(before) !== placeOf(after)) return 'place'
  return same(before) === same(after) ? 'none' : 'words'
}

/** What a change letter names: the days and hours, the hours of sittings alone, the place, how to get in, the link. */
export const CHANGED_PARTS = ['when', 'agenda', 'place', 'access', 'link'] as const
export type ChangedPart = (typeof CHANGED_PARTS)[number]

export function changedParts(before: Compared, after: Compared): ChangedPart[] {
  const [was, is] = [boundsOf(before.sittings), boundsOf(after.sittings)]
  const moved = was.startsAt.getTime() !== is.startsAt.getTime() || was.endsAt.getTime() !== is.endsAt.getTime()
  const differs: Readonly<Record<ChangedPart, boolean>> = {
    when: moved,
    agenda: !moved && timesOf(before) !== timesOf(after),
    place: textsOf(before.place) !== textsOf(after.place),
    access: textsOf(before.accessDetails) !== textsOf(after.accessDetails),
    link: before.link !== after.link,
  }
  return CHANGED_PARTS.filter((part) => differs[part])
}

/** Whether it begins later or earlier than before; null if it begins at the same time. */
export function movedTo(before: Date, after: Date): 'later' | 'earlier' | null {
  if (before.getTime() === after.getTime()) return null
  return before < after ? 'later' : 'earlier'
}

/** Identifies what a review of a change showed: another change, or another effect, must be shown again. */
export function reviewKey(after: Compared, hours: readonly HoursEffect[]): string {
  const effects = hours.map(({ day, half, before, after: minutes }) => [day, half, before, minutes])
  return JSON.stringify([timesOf(after), placeOf(after), effects])
}

/** When each sitting begins and ends. */
function timesOf({ sittings }: Compared): string {
  return JSON.stringify(sittings.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]))
}

function placeOf({ place, accessDetails, link }: Compared): string {
  return JSON.stringify([textsOf(place), textsOf(accessDetails), link])
}

const textsOf = (texts: object | null) => JSON.stringify(texts && inOrder(texts))

function same({ titles, aims, place, accessDetails, sittings, ...rest }: SeminarFields): string {
  const agenda = sittings.map(({ titles: titled, speakers, language, interpretation }) => [
    inOrder(titled),
    inOrder(speakers),
    language,
    interpretation,
  ])
  return JSON.stringify([inOrder(titles), inOrder(aims), agenda, Object.entries(rest).toSorted(byName)])
}

const byName = ([one]: [string, unknown], [other]: [string, unknown]) => (one < other ? -1 : 1)
/** The database may give the languages in another order than the form. */
const inOrder = (texts: object) => Object.entries(texts).toSorted(byName)
