import type { FormState } from '@/components/form/form-state'

/** The outcome for an invalid form: it is shown again with the typed values. @property status 400 by default. */
export type Refused = { refused: FormState; status?: number }
