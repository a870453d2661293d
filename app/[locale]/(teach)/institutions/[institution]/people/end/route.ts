import { endRoleForm } from '../../../people-forms'

export const POST = endRoleForm<'institution'>(({ params }) => params.institution)
