// The pages in Chromium.  usage: node page.mjs URL FOLDER_FOR_SCREENSHOTS
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync, readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";

const [base, shots] = process.argv.slice(2);
mkdirSync(shots, { recursive: true });
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
});

// What the browser complains of: breaches of the policy too.
const complaints = [];
async function open(options = {}) {
  const context = await browser.newContext({ locale: "sv-SE", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A status that the test asked for is reported as an error too.
    if (message.type() === "error" && !/status of 4/.test(message.text()))
      complaints.push(message.text());
  });
  return page;
}

async function accessible(page, name) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(" ")}`), [], name);
  const wide = await page.evaluate(() =>
    document.documentElement.scrollWidth > document.documentElement.clientWidth);
  assert.ok(!wide, `${name} is wider than its window`);
  await page.screenshot({ path: `${shots}/${name.replaceAll(" ", "-")}.png` });
}

const PHONE = { viewport: { width: 390, height: 844 } };
const passage = (await (await fetch(`${base}/v1/search?q=vi&match=any`)).json()).hits
  .sort((a, b) => b.text.length - a.text.length)[0];
const { hits } = await (await fetch(`${base}/v1/search?q=vi&match=any`)).json();
const [one, other] = [...new Set(hits.map((hit) => encodeURIComponent(hit.document.id)))];
const words = passage.text.split(/\s+/).slice(0, 12);

const cases = {
  async "a search is typed, narrowed by a party and widened again"() {
    const page = await open();
    await page.goto(base);
    await page.getByRole("combobox", { name: "Sök i partiernas texter" }).fill("skola");
    await page.getByRole("button", { name: "Sök" }).click();
    const all = await page.locator("#total").textContent();
    await page.locator(".facet a[data-party]").first().click();
    assert.notEqual(await page.locator("#total").textContent(), all);
    await page.locator(".chosen a").first().click();
    assert.equal(await page.locator("#total").textContent(), all);
    assert.ok(await page.locator("article.hit mark").count() > 0);
  },
  async "a search is drawn in place, and the history leads back and forth"() {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(base);
    await page.evaluate(() => { window.kept = true; });
    await page.locator("#q").fill("skola");
    await page.locator("#q").press("Enter");
    await page.waitForURL("**/?q=skola");
    assert.ok(await page.evaluate(() => window.kept), "the page was loaded anew");
    assert.equal(await page.evaluate(() => document.activeElement.id), "total");
    assert.equal(await page.title(), "skola – Ordalag");
    assert.match(await page.locator(".language").getAttribute("href"), /q=skola/);
    await page.locator("button.copy").first().click();
    await page.getByText("Källhänvisningen är kopierad.").waitFor();
    await accessible(page, "search in place");
    const asLoaded = await (await fetch(`${base}/?q=skola`, { headers: { "Accept-Language": "sv" } })).text();
    const drawn = await page.locator(".results").evaluate((results) => results.textContent);
    assert.equal(drawn, await page.evaluate((html) => new DOMParser().parseFromString(html, "text/html")
      .querySelector(".results").textContent, asLoaded));
    await page.locator("#q").fill("\"skola");
    await page.locator("#q").press("Enter");
    await page.getByRole("alert").waitFor();
    await page.goBack();
    await page.locator("article.hit").first().waitFor();
    assert.equal(await page.locator("#q").inputValue(), "skola");
    await page.goBack();
    await page.locator(".welcome").waitFor();
    await page.goForward();
    await page.locator("article.hit").first().waitFor();
  },
  async "a citation is copied"() {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${base}/?q=skola`);
    await page.locator("button.copy").first().click();
    await page.getByText("Källhänvisningen är kopierad.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()),
                 await page.locator("cite").first().textContent());
  },
  async "a hit leads to its passage, in sight"() {
    const page = await open();
    await page.goto(`${base}/passages/${encodeURIComponent(passage.id)}#passage`);
    assert.ok(await page.locator("#passage").isVisible());
    const box = await page.locator("#passage").boundingBox();
    assert.ok(box.y >= 0 && box.y < 900);
  },
  async "a quotation is checked, and a changed one shows its change"() {
    const page = await open();
    await page.goto(`${base}/quote`);
    const changed = [...words];
    changed[4] = "papegojor";
    await page.getByLabel("Citatet").fill(changed.join(" "));
    await page.getByRole("button", { name: "Kolla citatet" }).click();
    await page.getByRole("heading", { name: "Ändrat" }).waitFor();
    assert.match(await page.locator("ins").first().textContent(), /papegojor/);
    await accessible(page, "quotation altered");
  },
  async "a table of quotations is checked and downloaded"() {
    const page = await open();
    await page.goto(`${base}/quote`);
    writeFileSync(`${shots}/quotes.csv`, `id,quote\r\na,"${words.join(" ")}"\r\nb,kvantmekanisk ostkaka\r\n`);
    await page.locator("#table-file").setInputFiles(`${shots}/quotes.csv`);
    await page.waitForFunction(() => document.getElementById("table").value.startsWith("id,quote"));
    await page.getByRole("button", { name: "Kolla alla" }).click();
    await page.locator("#answers tbody tr").nth(1).waitFor();
    assert.deepEqual(await page.locator("#answers td:nth-child(2)").allTextContents(),
                     ["Ordagrant", "Hittas inte"]);
    await accessible(page, "answers");
    const [download] = await Promise.all([
      page.waitForEvent("download"), page.getByRole("button", { name: "Hämta svaren som CSV" }).click()]);
    await download.saveAs(`${shots}/answers.csv`);
    assert.match(readFileSync(`${shots}/answers.csv`, "utf8"), /^id,quote/);
  },
  async "the keyboard reaches everything"() {
    const page = await open();
    await page.goto(base);
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    for (let i = 0; i < 12; ++i) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(() => document.activeElement.id) === "q") break;
    }
    await page.keyboard.type("skola");
    await page.keyboard.press("Enter");
    await page.locator("article.hit").first().waitFor();
  },
  async "searching and checking work without scripts"() {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(base);
    await page.getByRole("combobox", { name: "Sök i partiernas texter" }).fill("skola");
    await page.getByRole("button", { name: "Sök" }).click();
    assert.ok(await page.locator("article.hit").count() > 0);
    assert.equal(await page.locator("button.copy:visible").count(), 0);
    await page.goto(`${base}/quote`);
    await page.getByLabel("Citatet").fill(words.join(" "));
    await page.getByRole("button", { name: "Kolla citatet" }).click();
    await page.getByRole("heading", { name: "Ordagrant" }).waitFor();
    await page.getByLabel("En tabell").fill(`quote\n"${words.join(" ")}"\nkvantmekanisk ostkaka\n`);
    await page.getByRole("button", { name: "Kolla alla" }).click();
    await page.getByRole("heading", { name: "2 citat" }).waitFor();
  },
  async "every page passes axe: wide, narrow, dark, in both languages"() {
    const pages = { front: "/", search: "/?q=skola", nothing: "/?q=skolxa", quote: "/quote",
                    passage: `/passages/${encodeURIComponent(passage.id)}`, sources: "/sources",
                    compare: "/compare?q=skola", trend: "/trend?q=skola",
                    similar: `/passages/${encodeURIComponent(passage.id)}/similar`,
                    diff: `/diff?left=${one}&right=${other}` };
    for (const [view, options] of Object.entries({ wide: {}, narrow: PHONE, dark: { colorScheme: "dark" },
                                                   english: { locale: "en-GB" } })) {
      const page = await open(options);
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(base + path);
        await accessible(page, `${name} ${view}`);
      }
      await page.context().close();
    }
  },
};

let failed = 0;
for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    assert.deepEqual(complaints.splice(0), []);
    console.log(`ok: ${name}`);
  } catch (error) {
    ++failed;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
