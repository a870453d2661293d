import type { Refused } from '@/app/http/form'
import type { NotTaken } from '@/app/second-factor-form'
import type { Translator } from '@/i18n/translator'
import type { Permit } from '@/server/auth/permit'

/** What was done before recovery codes are shown. */
export type CodesAfter = 'confirmed' | 'registered' | 'renewed'
/** The outcome of a form: redirect to the page, or show recovery codes once. */
export type Outcome = { status: 'done' } | { status: 'codes'; codes: string[]; after: CodesAfter }
export type Mine = Permit<'account:change'>
export type Act = (permit: Mine, form: FormData, t: Translator) => Promise<Outcome | NotTaken | Refused>

/** Shows new recovery codes. If there are none, the earlier codes stay valid. */
export function codesOf({ recoveryCodes: codes }: { recoveryCodes: string[] }, after: CodesAfter): Outcome {
  return codes.length > 0 ? { status: 'codes', codes, after } : { status: 'done' }
}
