import { endRoleForm } from '../../people-forms'

export const POST = endRoleForm(() => null)
