/**
 * Below this many people, a count would point at persons.
 *
 * @see NCES 2011-603, Statistical Methods for Protecting Personally Identifiable Information in Aggregate Reporting: the
 * least size of a reported group is 5 to 30 in practice.
 */
export const MINIMUM_CELL_COUNT = 5
