// A page of another site that may frame ours: `localhost` and `127.0.0.1` are two sites.
import http from "node:http";

// Serves one HTML page at `url`; `origin` is for `page.origins`.
export async function startHost(body) {
  const server = http.createServer((request, response) => {
    const found = request.url === "/";
    response.writeHead(found ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(found ? body : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const origin = `http://localhost:${server.address().port}`;
  const stop = () => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
  return { url: `${origin}/`, origin, stop };
}
