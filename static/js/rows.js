// <table data-rows> with <tr data-row tabindex="-1">: `j` and `k` move between rows, Enter opens the row's first link,
// `e` its [data-edit]. The keys come from keyboard.js, so they are off while typing.

const rows = () => [...document.querySelectorAll("table[data-rows] tr[data-row]")];

function move(step) {
  const all = rows();
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement?.closest("tr[data-row]"));
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
  all[next].focus();
  all[next].scrollIntoView({ block: "nearest" });
  return true;
}

function edit() {
  const target = document.activeElement?.closest("tr[data-row]")?.querySelector("[data-edit]");
  target?.click();
  return Boolean(target);
}

document.addEventListener("shortcut", (event) => {
  const acts = { j: () => move(1), k: () => move(-1), e: edit };
  if (acts[event.detail.key]?.()) event.preventDefault();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.("tr[data-row]")) return;
  event.target.querySelector("a[href]")?.click();
});
