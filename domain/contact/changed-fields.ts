import { CONTACT_FIELDS, type ContactFields } from './contact'

/** The fields in which a proposal differs from the contact that it replaces. All that are given, if it replaces none. */
export function changedFields(proposed: ContactFields, before: ContactFields | null): (keyof ContactFields)[] {
  return CONTACT_FIELDS.filter((name) => proposed[name] !== (before?.[name] ?? null))
}
