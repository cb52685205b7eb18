"use strict";
// Confirm, dismiss and note on the page: kept in this browser, saved as the file that `review` keeps.
(() => {
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const store = `discrepancy-decisions:${document.body.dataset.story}`;
  const save = document.getElementById("save-decisions");
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(store) || "{}");
      return found && typeof found === "object" && !Array.isArray(found) ? found : {};
    } catch { return {}; }
  };
  let decisions = kept();
  const keep = () => { try { localStorage.setItem(store, JSON.stringify(decisions)); } catch { /* no store */ } };
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  const decide = (card, verdict, note) => {
    const id = card.dataset.finding;
    if (!verdict && !note) delete decisions[id];
    else {
      decisions[id] = {
        verdict: verdict || "noted",
        measurand: plain(card.querySelector(".dx-title")),
        because: plain(card.querySelector(".dx-because")),
        note,
        decided: today(),
      };
    }
    keep();
    show(card);
  };
  const show = (card) => {
    const one = decisions[card.dataset.finding];
    const verdict = one && one.verdict !== "noted" ? one.verdict : "";
    for (const button of all("[data-verdict]", card)) button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
    const badge = card.querySelector(".dx-decided");
    badge.textContent = verdict || (one ? "noted" : "");
    badge.hidden = !one;
    card.classList.toggle("dismissed", verdict === "dismissed");
    const note = card.querySelector(".dx-decide input");
    if (document.activeElement !== note) note.value = one ? one.note : "";
    const count = Object.keys(decisions).length;
    save.hidden = count === 0;
    save.textContent = `Save ${count} decision${count === 1 ? "" : "s"}`;
  };

  const quoted = (words) => JSON.stringify(words).replaceAll("\u007f", "\\u007f");
  const asToml = () => Object.entries(decisions).map(([id, one]) => [
    "[[decision]]",
    `finding = ${quoted(id)}`,
    ...["verdict", "measurand", "because", "note"].filter((name) => one[name]).map((name) => `${name} = ${quoted(String(one[name]))}`),
    `decided = ${one.decided}`,
    "",
  ].join("\n")).join("\n");

  for (const card of all(".dx-finding[data-finding]")) {
    card.querySelector(".dx-decide").hidden = false;
    const note = card.querySelector(".dx-decide input");
    for (const button of all("[data-verdict]", card)) {
      button.addEventListener("click", () => {
        const off = button.getAttribute("aria-pressed") === "true";
        decide(card, off ? "" : button.dataset.verdict, note.value.trim());
      });
    }
    note.addEventListener("change", () => {
      const one = decisions[card.dataset.finding];
      decide(card, one && one.verdict !== "noted" ? one.verdict : "", note.value.trim());
    });
    show(card);
  }
  save.addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([asToml()], { type: "application/toml" }));
    link.download = "decisions.toml";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  addEventListener("storage", (event) => {  // another tab with the same story
    if (event.key !== store) return;
    decisions = kept();
    for (const card of all(".dx-finding[data-finding]")) show(card);
  });
})();
