import { nameLanguage } from '@/domain/locale'

/**
 * A name that people give in whatever language they like, such as a cohort's. It is isolated, and marked with the
 * language of its letters.
 */
export function Name({ children }: { children: string }) {
  return <bdi lang={nameLanguage(children)}>{children}</bdi>
}
