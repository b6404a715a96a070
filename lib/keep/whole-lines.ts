/** The same bytes in blocks that end with a line; what follows the last line break comes as it is. */
export async function* wholeLines(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  for await (const piece of source) {
    const last = piece.lastIndexOf(10);
    if (last === -1) {
      kept.push(piece);
      continue;
    }
    yield Buffer.concat([...kept, piece.subarray(0, last + 1)]);
    kept = [piece.subarray(last + 1)];
  }
  const rest = Buffer.concat(kept);
  if (rest.length > 0) yield rest;
}
