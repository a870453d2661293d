import type { LibrarySource } from '@/domain/course/checks/source'
import { yamlSource } from './course-factories'

export function librarySource(overrides: Partial<LibrarySource> = {}): LibrarySource {
  return {
    instruments: yamlSource('library/law/instruments.yaml', []),
    terms: yamlSource('library/glossary.yaml', []),
    forbiddenTerms: yamlSource('library/forbidden-terms.yaml', []),
    provisions: [],
    localized: [],
    texts: [],
    ...overrides,
  }
}
