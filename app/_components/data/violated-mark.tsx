/** Beside a figure that is part of a sum that does not hold. */
export function ViolatedMark() {
  return (
    <a className="data-violated" href="#violations" title="Does not add up: see below">
      <span aria-hidden="true">†</span>
      <span className="visually-hidden"> does not add up, see below</span>
    </a>
  );
}
