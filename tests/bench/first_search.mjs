// How long the first search of a fresh server takes a reader, from the click to what Chromium draws.
// usage: node first_search.mjs ORDALAG INDEX [RUNS [plain]]   (packages: npm install in tests/browser)
// Each run starts a server, opens its page, types a query and clicks; the time ends with the first
// paint that has a hit in it. With `plain` the page's script is kept out, and the browser loads the
// page of hits as a whole. Prints each run and the median.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { setTimeout as pause } from "node:timers/promises";

const { chromium } = createRequire(new URL("../browser/", import.meta.url))("playwright-core");
const [ordalag, index, runs = "9", how = "scripted"] = process.argv.slice(2);
const QUERIES = ["skola", "äldreomsorg", "fler bostäder", "kärnkraft", "sjukvård i glesbygd",
                 "polis", "skatt på arbete", "klimat", "barn och unga"];
const PORT = 18340;
const address = `http://127.0.0.1:${PORT}`;

async function ready() {
  for (let i = 0; i < 400; ++i) {
    try {
      if ((await fetch(`${address}/readyz`)).ok) return;
    } catch { /* not yet listening */ }
    await pause(25);
  }
  throw new Error("the server does not answer");
}

// In the page: has the browser say when it draws the first hit, by this page or by the next.
function watch() {
  const now = () => performance.timeOrigin + performance.now();
  new MutationObserver((_, observer) => {
    const hit = document.querySelector("article.hit .snippet");
    if (!hit) return;
    hit.setAttribute("elementtiming", "hit");
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.identifier === "hit") window.drawn = performance.timeOrigin + entry.renderTime;
  }).observe({ type: "element", buffered: true });
  addEventListener("click", () => sessionStorage.setItem("clicked", now()), { capture: true });
}

async function measure(query) {
  const server = spawn(ordalag, ["serve", "-d", index, "--listen", `127.0.0.1:${PORT}`],
                       { stdio: "ignore" });
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium",
                                          args: ["--no-sandbox", "--disable-gpu"] });
  try {
    await ready();
    const page = await browser.newPage({ locale: "sv-SE" });
    await page.addInitScript(watch);
    if (how === "plain") await page.route("**/ordalag.js*", (route) => route.abort());
    await page.goto(address);
    await page.locator("#q").fill(query);
    await page.locator("form button").first().click();
    await page.waitForFunction(() => window.drawn);
    return await page.evaluate(() => window.drawn - Number(sessionStorage.getItem("clicked")));
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
  }
}

const times = [];
for (let i = 0; i < Number(runs); ++i) {
  const query = QUERIES[i % QUERIES.length];
  times.push(await measure(query));
  console.log(`${times.at(-1).toFixed(0).padStart(6)} ms  ${query}`);
}
times.sort((a, b) => a - b);
console.log(`median ${times[times.length >> 1].toFixed(0)} ms, worst ${times.at(-1).toFixed(0)} ms`);
