// Single keys: `g` then a letter goes to the link with [data-go=letter]; `/` focuses [data-filter]; `?` opens the help;
// any other key is offered to the page as a "shortcut" event. Off while typing, and for a person who turned them off.

const WAIT = 1200;
let goUntil = 0;

const isOff = () => document.body.dataset.keys === "off";
const isTyping = (target) => target.closest("input, select, textarea, [contenteditable], dialog[open]") !== null;

function act(key) {
  if (Date.now() < goUntil) {
    goUntil = 0;
    const link = document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (link) location.assign(link.href);
    return Boolean(link);
  }
  if (key === "g") {
    goUntil = Date.now() + WAIT;
    return true;
  }
  if (key === "/") {
    const filter = document.querySelector("[data-filter]");
    filter?.focus();
    filter?.select();
    return Boolean(filter);
  }
  if (key === "?") {
    document.getElementById("keys-help")?.showModal();
    return true;
  }
  return !document.dispatchEvent(new CustomEvent("shortcut", { detail: { key }, cancelable: true }));
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.length > 1) return;
  if (isOff() || isTyping(event.target)) return;
  if (act(event.key)) event.preventDefault();
});
