// <details class="menu">: one is open at a time; Escape and a click elsewhere close it. Works as a plain disclosure without this.

const open = () => document.querySelectorAll("details.menu[open]");

document.addEventListener("click", (event) => {
  for (const menu of open()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const menu = event.target.closest("details.menu[open]");
  if (!menu) return;
  const items = [...menu.querySelectorAll(".menu-list a, .menu-list button")];
  if (!items.length) return;
  const step = event.key === "ArrowDown" ? 1 : -1;
  const next = items.indexOf(document.activeElement) + step;
  items[(next + items.length) % items.length].focus();
  event.preventDefault();
});
