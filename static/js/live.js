// What a swapped part says and where focus goes; polling rests while the tab is hidden.
// - a part with [data-announce="words"] has its words read out once, through the page's one live region;
// - [data-focus] in a part gets the focus after the swap;
// - an element with [data-poll] makes no request while nobody looks.

const region = document.getElementById("live");
let said = "";

function announce(words) {
  if (!region || !words || words === said) return;
  said = words;
  region.textContent = words;
}

document.addEventListener("announce", (event) => announce(event.detail.text));

document.addEventListener("htmx:load", (event) => {
  const part = event.detail.elt;
  if (part === document.body) return;
  const speaker = part.matches("[data-announce]") ? part : part.querySelector("[data-announce]");
  announce(speaker?.dataset.announce);
  const target = part.matches("[data-focus]") ? part : part.querySelector("[data-focus]");
  if (!target) return;
  if (!target.matches("a[href], button, input, select, textarea, [tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
});

document.addEventListener("htmx:beforeRequest", (event) => {
  if (document.hidden && event.detail.elt.matches("[data-poll]")) event.preventDefault();
});
