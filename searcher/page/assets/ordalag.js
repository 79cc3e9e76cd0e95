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

// --- many quotations at once: a file is opened into the field, and goes the way of what is pasted ---
const file = document.getElementById("table-file");
if (file) {
  file.closest(".open-file").hidden = false;
  file.addEventListener("change", async () => {
    if (file.files.length > 0) document.getElementById("table").value = await file.files[0].text();
  });
}
