/** A plain static server, for comparison: sirv with the compressed files that lie beside the others. Arguments: folder, port. */
import { createServer } from "node:http";
import sirv from "sirv";

const [folder = "", port = ""] = process.argv.slice(2);
const serve = sirv(folder, { brotli: true, gzip: true, etag: true, extensions: ["html"] });
createServer((request, response) => {
  serve(request, response, () => void response.writeHead(404).end());
}).listen(Number(port), "127.0.0.1");
