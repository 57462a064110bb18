// <what-if data-source="ID">: sliders reweigh the alternatives in the browser; nothing is saved, `?w=` makes it a link.
// The json_script block: {"aggregation": "arithmetic"|"geometric", "floor": 1, "alternatives": [{"name", "scores": [...]}]},
// scores 0 to 100 in the order of the sliders, null where the cell is missing. Markup: _components/what_if.html.

const one = new Intl.NumberFormat(document.documentElement.lang || "en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function score(row, weights, model) {
  const parts = row.scores.map((value, at) => [value, weights[at]]).filter(([value]) => value !== null);
  const total = parts.reduce((sum, [, weight]) => sum + weight, 0);
  if (!total) return 0;
  if (model.aggregation !== "geometric") return parts.reduce((sum, [value, weight]) => sum + value * weight, 0) / total;
  const floor = model.floor ?? 1;
  return Math.exp(parts.reduce((sum, [value, weight]) => sum + Math.log(Math.max(value, floor)) * weight, 0) / total);
}

class WhatIf extends HTMLElement {
  connectedCallback() {
    this.model = JSON.parse(document.getElementById(this.dataset.source).textContent);
    this.sliders = [...this.querySelectorAll("input[type=range]")];
    this.start = this.sliders.map((slider) => slider.defaultValue);
    this.before = this.ranked(this.start.map(Number)).map((entry) => entry.name);
    const asked = new URLSearchParams(location.search).get("w")?.split(",") ?? [];
    this.sliders.forEach((slider, at) => { if (asked[at] && Number.isFinite(Number(asked[at]))) slider.value = asked[at]; });
    this.addEventListener("input", () => this.refresh(true));
    this.querySelector("[data-reset]")?.addEventListener("click", () => this.reset());
    this.refresh(false);
  }

  ranked(weights) {
    const rows = this.model.alternatives.map((row) => ({ name: row.name, value: score(row, weights, this.model) }));
    return rows.sort((a, b) => b.value - a.value);
  }

  refresh(moved) {
    const weights = this.sliders.map((slider) => Number(slider.value));
    const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    this.sliders.forEach((slider, at) => {
      slider.style.setProperty("--part", `${((slider.value - slider.min) / (slider.max - slider.min)) * 100}%`);
      const output = slider.parentElement.querySelector("output");
      if (output) output.value = `${Math.round((weights[at] / total) * 100)}%`;
    });
    const rows = this.ranked(weights);
    this.querySelector("[data-ladder]").replaceChildren(...rows.map((row, at) => this.row(row, at)));
    this.say(rows);
    if (moved) history.replaceState(null, "", this.link(weights));
  }

  row({ name, value }, at) {
    const item = this.querySelector("template").content.firstElementChild.cloneNode(true);
    const rise = this.before.indexOf(name) - at;
    item.querySelector("[data-rank]").textContent = at + 1;
    item.querySelector("[data-name]").textContent = name;
    item.querySelector("[data-value]").textContent = one.format(value);
    item.querySelector("[data-move]").textContent = rise > 0 ? `▲ ${rise}` : rise < 0 ? `▼ ${-rise}` : "=";
    item.querySelector(".fill").setAttribute("width", `${Math.min(Math.max(value, 0), 100)}%`);
    return item;
  }

  say(rows) {
    const place = this.querySelector("[data-lead]");
    if (!place || rows.length < 2) return;
    const changed = rows.some((row, at) => row.name !== this.before[at]);
    place.textContent = (changed ? place.dataset.changed : place.dataset.same).replace("{name}", rows[0].name).replace("{gap}", one.format(rows[0].value - rows[1].value));
  }

  reset() {
    this.sliders.forEach((slider, at) => { slider.value = this.start[at]; });
    this.refresh(false);
    history.replaceState(null, "", this.link([]));
  }

  link(weights) {
    const url = new URL(location.href);
    if (weights.length) url.searchParams.set("w", weights.join(","));
    else url.searchParams.delete("w");
    return url;
  }
}

customElements.define("what-if", WhatIf);
