import { trustedTypesPolicy } from "./trusted-types.ts";

/**
 * Puts the script files in the place of what was left for them. A script that stands after the style sheets runs when they
 * are there, a frame later the page is painted, and only then are the files asked for. A tab in the background paints
 * nothing, and one that was put there meanwhile paints late.
 */
export const starter = `${trustedTypesPolicy}
(() => {
  const start = () => {
    for (const waiting of document.querySelectorAll('script[type="later"]')) {
      const script = document.createElement("script");
      script.async = true;
      script.src = waiting.getAttribute("src");
      waiting.replaceWith(script);
    }
  };
  if (document.hidden) start();
  else requestAnimationFrame(() => setTimeout(start));
  setTimeout(start, 2000);
})();`;

const file = /<script src="(\/_next\/static\/[^"]+\.js)"(?: id="[^"]*")? async=""><\/script>/g;
const preload = /<link rel="preload" as="script" [^>]*>/g;

/**
 * A page of Next whose script files wait until it has been painted. They are needed for what a reader may do later, but a
 * browser fetches them at the same time as the style sheets, and on a slow line the page appears that much later: half of
 * the line is theirs. A page without script files stays as it is.
 */
export function delayScripts(html: string): string {
  const end = html.lastIndexOf("</body>");
  if (end < 0 || html.search(file) < 0) return html;
  const [before, after] = [html.slice(0, end), html.slice(end)];
  const waiting = before
    .replaceAll(preload, "")
    .replaceAll(file, '<script type="later" src="$1"></script>');
  return `${waiting}<script>${starter}</script>${after}`;
}
