// One HTTP request for a thread that waits for the answer.
import { workerData } from 'node:worker_threads';

const { port, signal } = workerData;
port.on('message', async ({ url, method, headers, body }) => {
  try {
    const response = await fetch(url, { method, headers, body: method === 'GET' ? undefined : body });
    port.postMessage({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    });
  } catch (error) {
    port.postMessage({ fault: String(error.cause?.code ?? error.message) });
  }
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
});
