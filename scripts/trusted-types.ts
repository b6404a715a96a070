/**
 * What a page may make code and markup of after it was loaded (Trusted Types): a browser asks this policy for every text that is
 * about to become markup or the address of a script. React has markup of ours to put in when a reader goes on to another page
 * (charts, rows of tables), and Turbopack names the next files of the build, so neither can be forbidden; but a text with an element
 * that charts and tables do not have, with a handler or with a link to anything but a page is refused, as is any other file. A
 * browser passes over tabs and the like in an address: so the beginnings of links are listed that pass. No text becomes code. It is
 * read as letters and not as a tree: what a tree it makes depends on where it is put.
 */
export const trustedTypesPolicy = `(() => {
  const elements = new Set(("a abbr b br caption circle clippath code col colgroup data dd defs desc div dl dt ellipse em " +
    "figcaption g hr i kbd li line lineargradient mark marker mask ol p path pattern polygon polyline rect s small span " +
    "stop strong sub sup svg symbol table tbody td text textpath tfoot th thead time title tr tspan u ul use").split(" "));
  const isPlain = (text) =>
    !/href(?!\\s*=\\s*["']?(?:[\\/#?]|https?:))\\s*=/i.test(text) &&
    !/[\\s"'\\/]on[a-z]+\\s*=|=\\s*["']?\\s*(?:javascript|data|vbscript)\\s*:|href\\s*=\\s*["']?[^"'\\s>]*&(?!amp;)|srcdoc|formaction|<!|<\\?/i.test(text) &&
    [...text.matchAll(/<\\/?([a-z][^\\s>\\/]*)/gi)].every(([, name]) => elements.has(name.toLowerCase()));
  const isFile = (address) => /^\\/_next\\/static\\/(?!.*\\.\\.)[\\w~./-]+\\.js(?:\\?[\\w=.-]*)?$/.test(address);
  globalThis.trustedTypes?.createPolicy("default", {
    // React's way to make a script that does not run, in which it puts data.
    createHTML: (text) => (text === "<script><" + "/script>" || isPlain(text) ? text : null),
    createScriptURL: (address) => (isFile(address) ? address : null),
  });
})();`;
