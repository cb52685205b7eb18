"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (query, root = document) => [...root.querySelectorAll(query)];
  const cards = all("#findings .dx-finding");
  const wide = matchMedia("(min-width: 1080px)");
  const words = new Map(cards.map((card) => [card, card.textContent.toLowerCase()]));
  const shownVerdicts = new Set();
  let current = null, lit = null, turn = 0;

  document.body.classList.add("live");
  for (const id of ["bar", "reader-bar", "theme", "keys"]) $(id).hidden = false;

  // -- light and dark ---------------------------------------------------------------------
  const darkByItself = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (document.body.dataset.theme || (darkByItself.matches ? "dark" : "light")) === "dark";
  const paint = (theme) => {
    if (theme) document.body.dataset.theme = theme;
    document.documentElement.style.colorScheme = dark() ? "dark" : "light";
    $("theme").setAttribute("aria-pressed", String(dark()));
  };
  const remember = (theme) => { try { localStorage.setItem("discrepancy-theme", theme); } catch { /* no store */ } };
  const remembered = () => { try { return localStorage.getItem("discrepancy-theme"); } catch { return null; } };
  const toggle = () => { const theme = dark() ? "light" : "dark"; paint(theme); remember(theme); };
  $("theme").addEventListener("click", toggle);
  darkByItself.addEventListener("change", () => paint());
  paint(remembered() === "dark" || remembered() === "light" ? remembered() : undefined);

  // -- filter, search, order --------------------------------------------------------------
  const fits = (card, asked) => {
    if (shownVerdicts.size && !shownVerdicts.has(card.dataset.tone)) return false;
    for (const select of all("select[data-by]")) {
      if (select.value && !` ${card.dataset[select.dataset.by]} `.includes(` ${select.value} `)) return false;
    }
    return asked.every((word) => words.get(card).includes(word));
  };
  const apply = () => {
    const query = $("search").value.trim().toLowerCase();
    const asked = query.split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      card.hidden = !fits(card, asked);
      count += card.hidden ? 0 : 1;
    }
    if (asked.length || shownVerdicts.size) for (const fold of all(".folded")) fold.open = true;
    for (const section of all("[data-group]")) section.hidden = !section.querySelector(".dx-finding:not([hidden])");
    $("none").hidden = count > 0 || cards.length === 0;
    $("count").textContent = count === cards.length ? `${count} shown` : `${count} of ${cards.length} shown`;
    tint(query);
  };
  // Marks what was searched for, without touching the text (where the browser can).
  const tint = (query) => {
    if (!globalThis.CSS || !CSS.highlights || !globalThis.Highlight) return;
    CSS.highlights.delete("sought");
    if (query.length < 2) return;
    const ranges = [];
    const nodes = document.createTreeWalker(document.querySelector(".board"), NodeFilter.SHOW_TEXT);
    while (nodes.nextNode() && ranges.length < 2000) {
      const text = nodes.currentNode.data.toLowerCase();
      if (text.length !== nodes.currentNode.data.length) continue;
      for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
        const range = new Range();
        range.setStart(nodes.currentNode, at);
        range.setEnd(nodes.currentNode, at + query.length);
        ranges.push(range);
      }
    }
    CSS.highlights.set("sought", new Highlight(...ranges));
  };
  const order = () => {
    const by = $("order").value, sign = by === "place" ? 1 : -1;
    for (const list of all(".cards")) {
      const sorted = [...list.children].sort((a, b) => sign * (Number(a.dataset[by]) - Number(b.dataset[by])) || Number(a.dataset.rank) - Number(b.dataset.rank));
      list.append(...sorted);
    }
  };
  const show = (tone, pressed) => {
    if (pressed) shownVerdicts.add(tone); else shownVerdicts.delete(tone);
    for (const tile of all(".tile")) if (tile.dataset.show === tone) tile.setAttribute("aria-pressed", String(pressed));
  };
  const clear = () => {
    $("search").value = "";
    for (const select of all("select[data-by]")) select.value = "";
    for (const tone of [...shownVerdicts]) show(tone, false);
    apply();
  };
  for (const tile of all(".tile")) tile.addEventListener("click", () => { show(tile.dataset.show, tile.getAttribute("aria-pressed") !== "true"); apply(); });
  for (const select of all("select[data-by]")) select.addEventListener("change", apply);
  const bySource = $("by-source");
  if (bySource) bySource.addEventListener("change", () => { const text = $(`t${bySource.value}`); if (text) open(text); });
  $("search").addEventListener("input", apply);
  $("order").addEventListener("change", order);
  $("clear").addEventListener("click", clear);

  // -- from a finding to the words and back -----------------------------------------------
  const open = (text) => {
    for (const article of all(".text")) article.hidden = article !== text;
    $("shown").value = text.id;
  };
  const light = (anchor) => {
    for (const mark of all(".lit")) mark.classList.remove("lit");
    lit = anchor;
    return all(`.dx-m[data-c~="${CSS.escape(anchor)}"]`).map((mark) => { mark.classList.add("lit"); return mark; });
  };
  const bring = (element, block) => element.scrollIntoView({ block, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  const jump = (anchor) => {
    const place = $(anchor);
    const text = place && place.closest(".text");
    if (!text) return;
    open(text);
    const [mark] = light(anchor);
    if (!mark) { bring(place, wide.matches ? "nearest" : "start"); $("readout").hidden = true; return; }
    $("read").textContent = mark.title ? `Read as: ${mark.title}` : "";
    $("readout").hidden = !mark.title && wide.matches;
    $("back").hidden = !current;
    bring(mark, "center");
    if (mark.tagName === "A") mark.focus({ preventScroll: true });
  };
  const choose = (card, focus = true) => {
    if (current) current.classList.remove("current");
    current = card;
    turn = 0;
    const fold = card.closest(".folded");
    if (fold) fold.open = true;
    card.classList.add("current");
    if (focus) card.querySelector("summary").focus({ preventScroll: true });
    bring(card, "nearest");
  };
  const reach = (card) => {
    if (card.hidden) clear();
    card.open = true;
    choose(card);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || link.classList.contains("skip")) return;
    const target = $(decodeURIComponent(link.hash.slice(1)));
    if (!target) return;
    event.preventDefault();
    const card = link.closest(".dx-finding");
    if (card) choose(card, false);
    history.pushState(null, "", link.hash);
    if (target.matches(".dx-finding")) {
      light(link.dataset.c ? link.dataset.c.split(" ")[0] : "");
      reach(target);
    } else jump(target.id);
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("span.dx-m[data-c]");
    if (!mark) return;
    light(mark.dataset.c.split(" ")[0]);
    $("read").textContent = mark.title ? `Read as: ${mark.title}. No other source speaks of it.` : "";
    $("back").hidden = true;
    $("readout").hidden = !mark.title;
  });
  $("shown").addEventListener("change", () => {
    const text = $($("shown").value);
    open(text);
    $("readout").hidden = true;
    $("texts").scrollTop = 0;
    const first = text.querySelector(".dx-m");  // below the menus that came along with the text
    if (first && first.offsetTop > innerHeight / 2) first.scrollIntoView({ block: "center", behavior: "auto" });
  });
  $("back").addEventListener("click", () => current && reach(current));
  const arrive = () => {
    const target = location.hash && $(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches(".dx-finding")) reach(target);
    else jump(target.id);
  };
  addEventListener("popstate", arrive);
  for (const card of cards) card.querySelector("summary").addEventListener("focus", () => { if (current !== card) choose(card, false); });

  // -- a finding as text, for the clipboard -------------------------------------------------
  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const asText = (card) => {
    const lines = [plain(card.querySelector(".dx-title")), plain(card.querySelector(".dx-because"))];
    for (const side of all(".dx-side", card)) {
      lines.push("", plain(side.querySelector(".dx-value")));
      for (const quote of all(".dx-quote", side)) {
        const cite = quote.querySelector("cite");
        lines.push(`  ${plain(quote).slice(0, -plain(cite).length).trim()} (${plain(cite)})`);
      }
    }
    return lines.join("\n") + "\n";
  };
  for (const button of all(".copy")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(asText(button.closest(".dx-finding")));
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy as text"; }, 1500);
    });
  }

  // -- keys -------------------------------------------------------------------------------
  const walk = (step) => {
    const shown = all("#findings .dx-finding:not([hidden])");
    if (!shown.length) return;
    const at = shown.indexOf(current);
    choose(shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + step, 0), shown.length - 1)]);
  };
  const toWords = () => {
    if (!current) return;
    const links = all("cite a", current);
    if (!links.length) return;
    current.open = true;
    const link = links[turn % links.length], next = turn + 1;
    jump(link.hash.slice(1));
    turn = next;
  };
  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    o: toWords,
    t: toggle,
    "/": () => { $("search").focus(); $("search").select(); },
    "?": () => $("help").showModal(),
    Enter: () => { if (current) { current.open = !current.open; choose(current); } },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape" && event.target === $("search")) { $("search").value = ""; apply(); $("search").blur(); }
      return;
    }
    if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  $("keys").addEventListener("click", () => $("help").showModal());

  // -- print: everything is open ----------------------------------------------------------
  let closed = [];
  addEventListener("beforeprint", () => { closed = all(".dx-finding:not([open]), .fold:not([open])"); for (const card of closed) card.open = true; });
  addEventListener("afterprint", () => { for (const card of closed) card.open = false; });

  const [first] = all(".text");
  if (first) open(first);
  apply();
  arrive();
})();
