import type { AdmissionRefusal } from './admit'

/**
 * Why a person who came back is refused, or could not be sent to the provider. `away`: the provider did not answer.
 * `cancelled`: she, or the provider, refused there. `again`: the visit is too old, or was used already. `busy`: too
 * many requests from her network.
 */
const OWN = ['away', 'cancelled', 'again', 'busy'] as const
const REFUSALS = [
  'refused',
  'unlisted',
  'nameless',
  'elsewhere',
  'ended',
  'unconfirmed',
] as const satisfies readonly AdmissionRefusal[]

/** Each has its sentence under `schoolAccount.notices`. */
export const SIGN_ON_NOTICES = [...OWN, ...REFUSALS] as const
export type SignOnNotice = (typeof SIGN_ON_NOTICES)[number]

/** The notice that an address names in `school`; undefined if it names none. */
export function signOnNotice(query: URLSearchParams): SignOnNotice | undefined {
  return SIGN_ON_NOTICES.find((known) => known === query.get('school'))
}
