// What the pages can do beyond HTML. Everything else works without this file.

const said = document.getElementById("said");

// --- citations are copied ---
function show_copy_buttons() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
}
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  said.textContent = button.dataset.done;
});
show_copy_buttons();

// --- what is being typed is completed from the words of the index ---
const field = document.querySelector("input[list=suggestions]");
let waiting = 0;
async function propose() {
  const answer = await fetch(`/v1/suggest?limit=8&q=${encodeURIComponent(field.value)}`);
  if (!answer.ok) return;
  const { query, suggestions } = await answer.json();
  if (query !== field.value) return;
  document.getElementById("suggestions").replaceChildren(...suggestions.map(({ text }) => {
    const option = document.createElement("option");
    option.value = text;
    return option;
  }));
}
field?.addEventListener("input", () => {
  clearTimeout(waiting);
  if (field.value.length > 1) waiting = setTimeout(propose, 120);
});

// --- a search is drawn where the reader is: a whole new page takes the browser twice the time ---
const search = document.querySelector("form.search");
let shown = location.pathname + location.search;
let asked = new AbortController();

// What stands round the form, from the page that the server has drawn.
function draw(page) {
  const form = page.querySelector("form.search");
  const main = document.getElementById("main");
  const before = [], after = [];
  for (let node = form.previousSibling; node; node = node.previousSibling) before.unshift(node);
  for (let node = form.nextSibling; node; node = node.nextSibling) after.push(node);
  for (const node of [...main.childNodes]) if (node !== search) node.remove();
  search.before(...before);
  search.after(...after);
  for (const part of [".language", ".foot > p"])
    document.querySelector(part).replaceWith(page.querySelector(part));
  document.title = page.title;
  show_copy_buttons();
}

// A page of another version of the program or of the parties brings its own files.
const files = (page) => [...page.querySelectorAll("head [href], head [src]")]
  .map((element) => element.getAttribute("href") ?? element.getAttribute("src")).join(" ");

async function go(address) {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const answer = await fetch(address, { signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (signal.aborted) return;
    if (files(page) !== files(document)) throw new Error("drawn by another version");
    draw(page);
    shown = address;
    history.pushState(null, "", address);
    window.scrollTo(0, 0);
    const heading = document.querySelector("#main h2");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  } catch {
    if (!signal.aborted) location.assign(address);
  }
}
search?.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  go(`/?${new URLSearchParams(new FormData(search))}`);
});
// A step back in the history to what this page no longer shows.
window.addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) location.reload();
});

// --- a passage's page begins at the passage, for the keyboard too ---
if (location.hash === "#passage") document.getElementById("passage")?.focus({ preventScroll: true });

// --- many quotations at once: a file is opened into the field, and goes the way of what is pasted ---
const file = document.getElementById("table-file");
if (file) {
  file.closest(".open-file").hidden = false;
  file.addEventListener("change", async () => {
    if (file.files.length > 0) document.getElementById("table").value = await file.files[0].text();
  });
}
