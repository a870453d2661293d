/** Functions in groups large enough to be counted by region. Each has its label under `report.groups`. */
export const PEOPLE_GROUPS = ['judges', 'prosecutors', 'trainee-judges', 'clerks', 'others'] as const
export type PeopleGroup = (typeof PEOPLE_GROUPS)[number]

const GROUPS: Readonly<Record<string, PeopleGroup>> = {
  judge: 'judges',
  'appeal-judge': 'judges',
  'chamber-president': 'judges',
  'investigating-judge': 'judges',
  'juvenile-judge': 'judges',
  prosecutor: 'prosecutors',
  'general-prosecutor': 'prosecutors',
  'trainee-judge': 'trainee-judges',
  clerk: 'clerks',
}

/** @param personFunction one of `PERSON_FUNCTIONS`; an unknown one belongs to `others`. */
export function groupOf(personFunction: string): PeopleGroup {
  return (Object.hasOwn(GROUPS, personFunction) && GROUPS[personFunction]) || 'others'
}
