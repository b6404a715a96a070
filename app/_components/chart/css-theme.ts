import type { Token } from "#lib/charts/mark-style";
import type { Theme } from "#lib/charts/theme";

/**
 * The colours and the label type that the page's style sheets give an element now, for a canvas in it. Throws when a token
 * has no value: a canvas would silently draw it in black. In a high-contrast theme the tokens are names of system colours
 * (chart.css); the style sheets resolve them, a canvas need not.
 */
export function themeOf(element: Element): Theme {
  const style = getComputedStyle(element);
  const colour = (token: Token): string => {
    const value = style.getPropertyValue(`--${token}`).trim();
    if (value === "") throw new Error(`tokens.css gives --${token} no value`);
    return value.startsWith("#") ? value : resolved(element, value);
  };
  return {
    colours: {
      paper: colour("paper"),
      ink: colour("ink"),
      "ink-2": colour("ink-2"),
      "ink-3": colour("ink-3"),
      rule: colour("rule"),
      accent: colour("accent"),
      "series-2": colour("series-2"),
      "series-3": colour("series-3"),
      "series-4": colour("series-4"),
      "series-5": colour("series-5"),
      "series-6": colour("series-6"),
      "shade-1": colour("shade-1"),
      "shade-2": colour("shade-2"),
      "shade-3": colour("shade-3"),
      "shade-4": colour("shade-4"),
      "shade-5": colour("shade-5"),
    },
    labelFont: style.fontFamily,
  };
}

/** A colour's name as the colour it stands for in this place. */
function resolved(element: Element, name: string): string {
  const probe = document.createElement("span");
  probe.style.color = name;
  element.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
