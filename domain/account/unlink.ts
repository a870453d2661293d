import { z } from 'zod'
import { givenPasswordSchema } from '../auth/password'
import { textFields } from '../form/form-fields'

/** The password, which is asked for before the link of an account at an institution is removed. */
export const unlinkSchema = z.object({ current: givenPasswordSchema })

export function readUnlink(form: FormData) {
  return textFields(form, ['identity', 'current'])
}
