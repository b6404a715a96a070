import { escapedHtml } from "#lib/series/escaped-html";
import type { EmbeddedChart } from "#lib/site/chart-embed";

/** A chart as a whole page for a frame: no scripts, one style sheet, links that leave the frame. */
export function embedDocument(chart: EmbeddedChart, address: (path: string) => string): string {
  const { title, measure, svg, form, source, note, licence } = chart;
  return page(
    title,
    `<figure class="chart">
<h1 class="chart-headline"><a href="${escapedHtml(address(chart.path))}" target="_blank" rel="noopener">${escapedHtml(title)}</a></h1>
<p class="chart-measure">${escapedHtml(measure)}</p>
<div class="chart-box chart-box-${form}"><div class="chart-wide">${svg.wide}</div><div class="chart-narrow">${svg.narrow}</div></div>
${note === null ? "" : `<figcaption class="chart-remark">${escapedHtml(note)}</figcaption>\n`}<p class="chart-source">${escapedHtml(source)}. ${escapedHtml(licence)}.</p>
<p class="chart-source"><a href="${escapedHtml(address(chart.path))}" target="_blank" rel="noopener">Tickmark</a> · <a href="${escapedHtml(address(chart.csvPath))}" target="_blank" rel="noopener">Figures (CSV)</a></p>
</figure>`,
    `<link rel="canonical" href="${escapedHtml(address(chart.path))}">`,
  );
}

/** Why there is no chart, for whoever looks at the frame. */
export function embedRefusal(message: string, address: (path: string) => string): string {
  return page(
    "No chart",
    `<p class="chart-measure">${escapedHtml(message)}</p>
<p class="chart-source"><a href="${escapedHtml(address("/charts"))}" target="_blank" rel="noopener">All charts of Tickmark</a></p>`,
    "",
  );
}

function page(title: string, body: string, head: string): string {
  return `<!doctype html>
<html lang="en-US">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapedHtml(title)} · Tickmark</title>
${head}
<link rel="stylesheet" href="/embed/style.css">
</head>
<body>
${body}
</body>
</html>
`;
}
