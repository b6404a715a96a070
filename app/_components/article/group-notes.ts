import {
  Children,
  createElement,
  isValidElement,
  type ElementType,
  type ReactElement,
  type ReactNode,
} from "react";

/**
 * Puts each note in one box with the paragraph it follows, so that in the margin it can start level with that paragraph.
 * In the text the note stays behind the paragraph, where a reader without a margin wants it.
 */
export function groupNotes(
  body: ReactElement<{ readonly children?: ReactNode }>,
  note: ElementType,
): ReactNode[] {
  const parts: ReactNode[] = Children.toArray(body.props.children).filter((part) => part !== "\n");
  return parts.flatMap((part, index): ReactNode[] => {
    const next = parts[index + 1];
    if (isOf(part, note) && isOf(parts[index - 1], "p")) return [];
    if (!isOf(part, "p") || !isOf(next, note)) return [part];
    return [
      createElement("div", { className: "with-note", key: `with-note-${index}` }, part, next),
    ];
  });
}

function isOf(part: ReactNode, type: ElementType): boolean {
  return isValidElement(part) && part.type === type;
}
