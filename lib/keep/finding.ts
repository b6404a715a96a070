/** Something that is not as it should be: where, what it should be, what it is, and what to do. */
export interface Finding {
  readonly where: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/** What one check of `tickmark verify` looked at and found. */
export interface CheckResult {
  /** "seed files" */
  readonly check: string;
  /** How much it looked at, in words: "227 vintages, 870,000 figures". */
  readonly looked: string;
  readonly findings: readonly Finding[];
  /** What is worth knowing and not wrong. */
  readonly notices: readonly string[];
}
