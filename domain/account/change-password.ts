import { z } from 'zod'
import { givenPasswordSchema, newPasswordSchema } from '../auth/password'
import { textFields } from '../form/form-fields'

export const changePasswordSchema = z.object({ current: givenPasswordSchema, newPassword: newPasswordSchema })
export type ChangePassword = z.infer<typeof changePasswordSchema>

export function readChangePassword(form: FormData) {
  return textFields(form, ['current', 'newPassword'])
}
