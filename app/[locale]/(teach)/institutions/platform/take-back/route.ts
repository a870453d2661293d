import { takeBackForm } from '../../people-forms'

export const POST = takeBackForm(() => null)
