import { resendForm } from '../../people-forms'

export const POST = resendForm(() => null)
