// Where Chromium takes a text-fragment link.  usage: node text_fragments.mjs PASSAGES.jsonl [EVERY]
// For every EVERYth passage of `ordalag export` that has such a link: the page is opened with it, and
// what the browser marks must be the passage, at its place in the page, and nothing before it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, every = "1"] = process.argv.slice(2);
const passages = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const documents = new Map();
for (const passage of passages)
  documents.set(passage.document.id, [...(documents.get(passage.document.id) ?? []), passage]);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});
const MARK = "::target-text { background: #f0f !important; color: #f0f !important; }" +
             "* { scroll-behavior: auto !important; }";

// In the page: the letters of its text with their places, as `find(words, from)` and `boxes(at, count)`.
function prepare() {
  const places = [];
  let letters = "";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest("script, style, noscript, template")) continue;
    for (let i = 0; i < node.data.length; ++i) {
      if (!/[\p{L}\p{N}]/u.test(node.data[i])) continue;
      letters += node.data[i];
      places.push([node, i]);
    }
  }
  const only = (text) => text.normalize("NFC").replace(/[^\p{L}\p{N}]/gu, "");
  window.find_passage = (text, from) => {
    const wanted = only(text);
    const at = letters.indexOf(wanted, from);
    return { at, end: at + wanted.length, times: letters.split(wanted).length - 1 };
  };
  window.box_of = (at) => {
    const range = document.createRange();
    range.setStart(places[at][0], places[at][1]);
    range.setEnd(places[at][0], places[at][1] + 1);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  };
}

// True when the letter at `at` of the page's letters is marked.
async function marked(page, at) {
  const box = await page.evaluate((index) => window.box_of(index), at);
  const { width, height } = page.viewportSize();
  const seen = box.width > 0 && box.x >= 0 && box.y >= 0 && box.y + box.height <= height &&
               box.x + box.width <= width;
  if (!seen) return null;
  const shot = await page.screenshot({ clip: { x: Math.floor(box.x), y: Math.floor(box.y),
    width: Math.max(2, Math.ceil(box.width)), height: Math.max(2, Math.ceil(box.height)) } });
  return page.evaluate(async (data) => {
    const image = await createImageBitmap(await (await fetch(data)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    let magenta = 0;
    for (let i = 0; i < pixels.length; i += 4)
      magenta += pixels[i] > 200 && pixels[i + 1] < 60 && pixels[i + 2] > 200;
    return magenta * 8 > pixels.length / 4;
  }, `data:image/png;base64,${shot.toString("base64")}`);
}

async function load(page, address) {
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.addStyleTag({ content: MARK });
  await page.evaluate(prepare);
}

let checked = 0, links = 0;
const wrong = [];
for (const list of documents.values()) {
  const first = list.find((passage) => passage.links.text_fragment);
  if (!first) continue;
  const page = await (await browser.newContext({ bypassCSP: true, viewport: { width: 1200, height: 900 } })).newPage();
  if (!/\.x?html?$/.test(first.provenance.file)) continue;
  const address = pathToFileURL(first.provenance.file).href;  // the page may have another since
  await load(page, address);
  let from = 0;
  for (const passage of list) {
    const place = await page.evaluate(([text, at]) => window.find_passage(text, at), [passage.text, from]);
    if (place.at < 0) continue;
    from = place.end;
    if (!passage.links.text_fragment) continue;
    if (links++ % Number(every) !== 0) continue;
    // A page that is opened anew has no marks of earlier links.
    await page.goto("about:blank");
    await load(page, `${address}#${passage.links.text_fragment.split("#")[1]}`);
    let answer = null;
    for (let i = 0; i < 20 && !answer; ++i) {
      answer = await marked(page, place.at);
      if (!answer) await page.waitForTimeout(50);
    }
    const scrolled = answer === true;
    if (scrolled) {  // its end is marked too, and what stands before it is not
      await page.evaluate((at) => { const b = window.box_of(at); window.scrollBy(0, b.y - 450); }, place.end - 1);
      answer = await marked(page, place.end - 1);
      if (answer && place.at > 0) {
        await page.evaluate((at) => { const b = window.box_of(at); window.scrollBy(0, b.y - 450); }, place.at - 1);
        answer = (await marked(page, place.at - 1)) !== true;
      }
    }
    ++checked;
    if (answer !== true)
      wrong.push(`${passage.id} (${scrolled ? "end" : "start"}, ${place.times} times): ` +
                 `${passage.text.slice(0, 70)}\n    ${passage.links.text_fragment.split("#")[1]}`);
  }
  await page.context().close();
}
await browser.close();
console.log(`${checked} text fragments tried in Chromium, ${wrong.length} wrong`);
for (const line of wrong) console.log(`  ${line}`);
assert.equal(wrong.length, 0);
