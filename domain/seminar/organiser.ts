/** An institution that was asked to organise a seminar with another one. */
export type OrganiserFacts = { acceptedAt: Date | null; withdrawnAt: Date | null }

export const ORGANISER_STATES = ['asked', 'accepted', 'declined', 'withdrawn'] as const
export type OrganiserState = (typeof ORGANISER_STATES)[number]

export function organiserState({ acceptedAt, withdrawnAt }: OrganiserFacts): OrganiserState {
  if (withdrawnAt) return acceptedAt ? 'withdrawn' : 'declined'
  return acceptedAt ? 'accepted' : 'asked'
}

/** The acts of the institution that was asked, and (`take-back`) of the one that asked. */
export const ORGANISER_ACTS = ['accept', 'decline', 'withdraw', 'take-back'] as const
export type OrganiserAct = (typeof ORGANISER_ACTS)[number]

const OPEN_IN: Readonly<Record<OrganiserAct, readonly OrganiserState[]>> = {
  accept: ['asked'],
  decline: ['asked'],
  withdraw: ['accepted'],
  'take-back': ['asked', 'accepted'],
}

export function mayAnswer(state: OrganiserState, act: OrganiserAct): boolean {
  return OPEN_IN[act].includes(state)
}

/** The most institutions that organise one seminar together, the first one not counted. */
export const MOST_ORGANISERS = 5
