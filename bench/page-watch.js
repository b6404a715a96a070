// Runs in the page that is measured, before anything of its own. It is plain JavaScript because it is sent as it stands:
// what a compiler adds to a function for its own use is not there in a page.
{
  const seen = { wanted: globalThis.picturesWanted, pictures: null, largestPaint: null, shift: 0 };
  globalThis.pageSeen = seen;

  new PerformanceObserver((list) => {
    seen.largestPaint = list.getEntries().at(-1).startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });

  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shift += value;
  }).observe({ type: "layout-shift", buffered: true });

  // A canvas counts when something is drawn on it, any other picture when it is there.
  const isDrawn = (element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width < 240 || height < 100) return false;
    if (element instanceof HTMLImageElement) return element.complete && element.naturalWidth > 0;
    if (!(element instanceof HTMLCanvasElement)) return element.childElementCount > 1;
    const drawn = element.getContext("2d")?.getImageData(0, 0, element.width, element.height);
    return drawn?.data.some((byte) => byte !== 0) ?? false;
  };

  // The frame after the one in which they have room: by then they are painted.
  const look = () => {
    const found = [...document.querySelectorAll("svg, canvas, img")].filter(isDrawn);
    if (found.length < seen.wanted) requestAnimationFrame(look);
    else requestAnimationFrame(() => (seen.pictures = performance.now()));
  };
  requestAnimationFrame(look);
}
