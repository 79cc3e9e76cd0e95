// What the pages can do beyond HTML. Everything else works without this file.

const said = document.getElementById("said");

// --- citations are copied ---
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    said.textContent = button.dataset.done;
  });
}

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

// --- a passage's page begins at the passage, for the keyboard too ---
if (location.hash === "#passage") document.getElementById("passage")?.focus({ preventScroll: true });

// --- many quotations at once: a table goes to the interface, its answer comes back as one ---
function cells(line) {
  return line.map((value) => value ?? "");
}

// The rows of a CSV text: RFC 4180, quotation marks doubled inside.
function parseTable(text) {
  const rows = [[]];
  let field = "";
  let quoted = false;
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') field += text[++i];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ",") { rows.at(-1).push(field); field = ""; }
    else if (c === "\n") { rows.at(-1).push(field.replace(/\r$/, "")); field = ""; rows.push([]); }
    else field += c;
  }
  if (field !== "" || rows.at(-1).length > 0) rows.at(-1).push(field);
  return rows.filter((row) => row.length > 1).map(cells);
}

function showAnswers(csv) {
  const [header, ...rows] = parseTable(csv);
  const column = (row, name) => row[header.indexOf(name)] ?? "";
  const body = document.querySelector("#batch-result tbody");
  body.replaceChildren(...rows.map((row) => {
    const line = document.createElement("tr");
    for (const name of ["id", "verdict", "quote", "cite"]) {
      const cell = document.createElement("td");
      cell.textContent = column(row, name) || (name === "verdict" ? column(row, "error") : "");
      line.append(cell);
    }
    return line;
  }));
  const link = document.getElementById("download");
  link.href = URL.createObjectURL(new Blob([csv], { type: "text/csv" }));
  document.getElementById("batch-result").hidden = false;
  return rows.length;
}

const batch = document.getElementById("batch-form");
if (batch) {
  document.getElementById("batch").hidden = false;
  batch.addEventListener("submit", async (event) => {
    event.preventDefault();
    const file = document.getElementById("table").files[0];
    const answer = await fetch("/v1/quote?format=csv", {
      method: "POST",
      headers: { "Content-Type": "text/csv" },
      body: await file.text(),
    });
    if (answer.ok) said.textContent = showAnswers(await answer.text()) + batch.dataset.done;
    else said.textContent = batch.dataset.failed + (await answer.json()).detail;
  });
}
