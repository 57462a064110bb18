// A "toast" event with {level, text} (from the HX-Trigger header, or a script) shows a note for a while and reads it out.
// The words for lost connections and refusals are on #toasts, so that they are translated with the page.

const box = document.getElementById("toasts");
const form = document.getElementById("toast-form");
const STAY = 6000;

function show({ level = "success", text = "" }) {
  if (!text) return;
  const toast = form.content.firstElementChild.cloneNode(true);
  toast.classList.add(`toast-${level}`);
  toast.querySelector("[data-words]").textContent = text;
  toast.querySelector("button").addEventListener("click", () => toast.remove());
  box.append(toast);
  document.dispatchEvent(new CustomEvent("announce", { detail: { text } }));
  // An error stays until it is read.
  if (level !== "error") setTimeout(() => toast.remove(), STAY);
}

document.addEventListener("toast", (event) => show(event.detail ?? {}));
document.addEventListener("htmx:sendError", () => show({ level: "error", text: box.dataset.offline }));
document.addEventListener("htmx:timeout", () => show({ level: "error", text: box.dataset.offline }));
document.addEventListener("htmx:responseError", (event) => {
  const words = { 403: box.dataset.forbidden, 404: box.dataset.gone, 429: box.dataset.slow };
  show({ level: "error", text: words[event.detail.xhr.status] || box.dataset.failed });
});
