// The protocols over HTTP, in a thread of their own: the host's UrlFetchApp waits for an answer, and whoever waits cannot serve.
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const { openProtocols } = require('./protocols.cjs');

const { serve, act } = openProtocols();

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => {
    text += part;
  });
  request.on('end', () => {
    const { status, body } = serve(request, text);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });
});

server.listen(0, '127.0.0.1', () => parentPort.postMessage({ port: server.address().port }));
parentPort.on('message', ({ port, name, args }) => {
  port.postMessage(act(name, args));
  port.close();
});
