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

/** When each sitting begins and ends. */
function timesOf({ sittings }: Compared): string {
  return JSON.stringify(sittings.map(({ startsAt, endsAt }) => [startsAt.getTime(), endsAt.getTime()]))
}

function placeOf({ place, accessDetails, link }: Compared): string {
  return JSON.stringify([place && inOrder(place), inOrder(accessDetails), link])
}

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
