import { nameLanguage } from '@/domain/locale'

/**
 * A name that may be in any language, such as that of a cohort: isolated, and marked with the language of its letters.
 */
export function Name({ children }: { children: string }) {
  return <bdi lang={nameLanguage(children)}>{children}</bdi>
}
