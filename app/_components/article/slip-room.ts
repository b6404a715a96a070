/** What stands in the margin or reaches into it. */
const beside = ".note, figure, .working-paper, .ledger-scroll, h1, .dek";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a claim's slip would lie on bare margin. There is no margin when the style sheet does not lay the slip out. */
export function hasRoom(slip: Element | null): boolean {
  const box = slip?.getBoundingClientRect();
  if (slip === null || box === undefined || box.width === 0) return false;
  const article = slip.closest(".article");
  if (article === null) return false;
  return [...article.querySelectorAll(beside)].every(
    (element) => !overlap(box, element.getBoundingClientRect()),
  );
}

/** Whether two boxes share more than an edge. */
export function overlap(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
