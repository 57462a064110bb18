// <weight-editor>: the sums of its groups are shown live, arrow keys step a weight (Shift: by ten), and [data-balance]
// spreads what is left over the unlocked weights of a group. Nothing is normalised on saving: that is the engine's work.
//   input[data-weight][data-group=G] in a [data-weight-row] with an optional [data-lock] checkbox
//   output[data-sum=G][data-target=100]   button[data-balance=G]   [data-share=INPUT-ID]   svg[data-bar=INPUT-ID]

const round = (value) => Math.round(value * 100) / 100;
const read = (input) => Math.max(Number.parseFloat(input.value.replace(",", ".")) || 0, 0);
const isLocked = (input) => Boolean(input.closest("[data-weight-row]")?.querySelector("[data-lock]")?.checked);
const number = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: 2 });

class WeightEditor extends HTMLElement {
  connectedCallback() {
    this.addEventListener("input", () => this.refresh());
    this.addEventListener("keydown", (event) => this.step(event));
    this.addEventListener("click", (event) => {
      const button = event.target.closest("[data-balance]");
      if (button) this.balance(button.dataset.balance);
    });
    this.refresh();
  }

  group(name) {
    return [...this.querySelectorAll("input[data-weight]")].filter((input) => input.dataset.group === name);
  }

  refresh() {
    for (const output of this.querySelectorAll("[data-sum]")) {
      const inputs = this.group(output.dataset.sum);
      const total = round(inputs.reduce((sum, input) => sum + read(input), 0));
      const target = Number(output.dataset.target || 100);
      output.textContent = number.format(total);
      output.classList.toggle("off", Math.abs(total - target) > 0.005);
      for (const input of inputs) this.draw(input, total);
    }
  }

  draw(input, total) {
    const part = total ? (read(input) / total) * 100 : 0;
    const key = CSS.escape(input.id);
    this.querySelector(`svg[data-bar="${key}"] .fill`)?.setAttribute("width", `${round(part)}%`);
    const share = this.querySelector(`[data-share="${key}"]`);
    if (share) share.textContent = `${Math.round(part)}%`;
  }

  step(event) {
    const input = event.target.closest("input[data-weight]");
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!input || !sign || input.readOnly) return;
    event.preventDefault();
    this.write(input, Math.max(read(input) + sign * (event.shiftKey ? 10 : 1), 0));
  }

  balance(name) {
    const target = Number(this.querySelector(`[data-sum="${CSS.escape(name)}"]`)?.dataset.target || 100);
    const inputs = this.group(name);
    const open = inputs.filter((input) => !isLocked(input));
    const held = inputs.filter(isLocked).reduce((sum, input) => sum + read(input), 0);
    const total = open.reduce((sum, input) => sum + read(input), 0);
    let left = round(Math.max(target - held, 0));
    open.forEach((input, at) => {
      const fair = total ? (read(input) / total) * Math.max(target - held, 0) : Math.max(target - held, 0) / open.length;
      const value = at === open.length - 1 ? left : Math.min(round(fair), left);
      left = round(left - value);
      this.write(input, value);
    });
  }

  write(input, value) {
    input.value = String(round(value));
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

customElements.define("weight-editor", WeightEditor);
