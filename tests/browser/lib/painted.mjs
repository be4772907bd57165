// How long it takes from a key to the frame that shows what it did, on a slower machine.
const SLOWER = 4;

// In the page: `painted(start)` tells the milliseconds from `start`, the browser's own time of the event, to the first
// task after the next frame, and to now, which is the end of our own work, before style, layout and paint.
function tell() {
  globalThis.painted = (start) => {
    const worked = performance.now() - start;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => globalThis.timed({ painted: performance.now() - start, worked });
    requestAnimationFrame(() => port2.postMessage(null));
  };
}

// A function that presses a key and gives both times. `watch` runs in the page: it calls `painted` when the key shows.
export async function timing(page, watch) {
  let timed;
  await page.exposeFunction("timed", (times) => timed(times));
  await page.evaluate(tell);
  await page.evaluate(watch);
  const debug = await page.context().newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return async (key, complaint) => {
    const times = new Promise((resolve, reject) => {
      timed = resolve;
      setTimeout(() => reject(new Error(complaint)), 10_000).unref();
    });
    await page.keyboard.press(key);
    return await times;
  };
}
