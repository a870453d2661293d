/**
 * The k of k-anonymity: a count of fewer people could identify persons.
 *
 * @see NCES 2011-603, Statistical Methods for Protecting Personally Identifiable Information in Aggregate Reporting:
 * the least size of a reported group is 5 to 30 in practice.
 */
export const MINIMUM_CELL_COUNT = 5
