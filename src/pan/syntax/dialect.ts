/**
 * The dialects of Pan.
 *
 * `pan` is the reference compiler's language. `vmcs` is a superset: the rule statements, and the spelling of
 * 2009 that the V-MCS paper prints, with deprecation warnings.
 */

export type Dialect = "pan" | "vmcs";
