// Search in this browser alone. What is typed is sent nowhere and stored nowhere, and it is not
// written into the address: the history of a phone that others use would show it. So the field has
// no name, a submit never leaves the page, and the browser is asked not to remember the field.
// The index (Sources/Search) is loaded at first use, by <script>: fetch fails from file://.
(function () {
  "use strict";
  const index = window.searchIndex = { key: keyOf };
  const form = document.getElementById("search");
  const [field, status, results, more] = ["query", "found", "results", "more"]
    .map(id => document.getElementById(id));
  if (!form || !window.Promise || !"".normalize) return;

  // Words and keys as in Sources/Search/PageWords.swift and VietnameseText/SearchKey.swift.
  const WORD = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\uffff]+/g;
  const SHAPES = { "đ": "-", "\u0302": "^", "\u0306": "(", "\u031b": "+" };
  const TONES = { "\u0300": "`", "\u0309": "?", "\u0303": "~", "\u0301": "'", "\u0323": "." };

  function keyOf(word) {
    let raw = "", shapes = "", tones = "";
    for (const letter of word.normalize("NFC")) {
      const latin = letter < "\u0250" || letter >= "\u1e00" && letter < "\u1f00";
      for (const part of latin ? letter.normalize("NFD").toLowerCase() : letter) {
        shapes += SHAPES[part] || "";
        tones += TONES[part] || "";
        if (part < "\u0300" || part > "\u036f") raw += part === "đ" ? "d" : part;
      }
    }
    const letters = raw.replace(/^([bcdghklmnpqrstvx]*|qu)y$/, "$1i");
    return { raw: raw, letters: letters, marks: shapes + tones };
  }

  const add = (parent, tag) => parent.appendChild(document.createElement(tag));
  const loading = {};
  function load(name) {
    if (name in index) return Promise.resolve(index[name]);
    return loading[name] = loading[name] || new Promise(function (resolve, reject) {
      const script = add(document.head, "script");
      script.src = form.dataset.index.replace(/main\.js$/, name + ".js");
      script.onload = function () { resolve(index[name]); };
      script.onerror = function () {
        delete loading[name];
        reject();
      };
    });
  }
  const loadAll = names => Promise.all(names.map(load));
  // Which part holds a number, by the first number of each part.
  const partOf = (starts, n) => starts.filter(start => start <= n).length - 1;

  // The vocabulary: [{letters, marks: […], first: number of the first variant}].
  let words;
  function vocabulary(text) {
    let last = "", first = 0;
    words = [];
    text.replace(/([A-Z])([^A-Z,]*),([^A-Z]*)/g, function (all, shared, rest, marks) {
      last = last.slice(0, shared.charCodeAt(0) - 65) + rest;
      words.push({ letters: last, marks: marks.split(","), first: first });
      first += words[words.length - 1].marks.length;
    });
  }

  function includes(typed, marks) {
    let at = 0;
    for (const mark of typed) {
      at = marks.indexOf(mark, at) + 1;
      if (!at) return false;
    }
    return true;
  }

  // Whether one letter too many, too few, another or two in the wrong order part two words.
  function isNear(a, b) {
    if (Math.abs(a.length - b.length) > 1) return false;
    let i = 0;
    while (i < a.length && a[i] === b[i]) i += 1;
    const x = a.slice(i), y = b.slice(i);
    return x.slice(1) === y.slice(1) || x === y.slice(1) || x.slice(1) === y
      || x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2);
  }

  // Variants that fit a typed word, with how well: marks that were typed and fit wholly come first,
  // whatever else speaks for a page. Level 0: the marks that were typed, or more of
  // them; 1: other marks; 2: one letter otherwise.
  function variants(typed, level) {
    const found = [];
    for (const word of words) {
      const same = word.letters === typed.letters;
      const begins = typed.last && typed.raw.length > 1 && word.letters.startsWith(typed.raw);
      const near = level > 1 && typed.letters.length > 3 && word.letters.length > 2
        && isNear(word.letters, typed.letters);
      if (!same && !begins && !near) continue;
      word.marks.forEach(function (marks, i) {
        const fits = includes(typed.marks, marks);
        if (!fits && !level) return;
        const quality = same ? (marks === typed.marks ? (marks ? 20 : 4) : fits ? 3 : 1) : begins && fits ? 1 : 0.5;
        found.push({ number: word.first + i, key: word.letters + "," + marks, quality: quality });
      });
    }
    return found;
  }

  // Pages of a list: Map of page to weight of the place.
  function readPages(list, take) {
    let page = -1;
    list.replace(/([.,]?)(\d*)([A-Za-z])/g, function (all, place, high, low) {
      const code = low.charCodeAt(0);
      page += 1 + 52 * high + (code < 97 ? code - 65 : code - 71);
      take(page, place === "." ? 5 : place ? 2 : 1);
    });
  }

  // Pages on which all words stand, with their scores.
  async function match(typed, level) {
    const main = index.main;
    const wanted = typed.map(word => variants(word, level));
    const part = variant => partOf(main.wordStarts, variant.number);
    await loadAll(Array.from(new Set([].concat(...wanted).map(v => "w" + part(v)))));
    let scores = null;
    const lists = {};
    for (const found of wanted) {
      const best = new Map();
      for (const variant of found) {
        const p = part(variant);
        lists[p] = lists[p] || index["w" + p].split(" ");
        readPages(lists[p][variant.number - main.wordStarts[p]], function (page, weight) {
          best.set(page, Math.max(best.get(page) || 0, weight * variant.quality));
        });
      }
      const rare = Math.log(1 + main.pages / (best.size || 1));
      const next = new Map();
      best.forEach(function (score, page) {
        if (!scores || scores.has(page)) next.set(page, (scores ? scores.get(page) : 0) + rare * score);
      });
      scores = next;
    }
    const keys = wanted.map(found => new Map(found.map(v => [v.key, v.quality])));
    return { level: level, keys: keys, pages: Array.from(scores, ([page, score]) => ({ page, score })) };
  }

  // How well a text fits, and which of its letters do: words in a row, as they were typed, count most.
  function weigh(text, keys) {
    const marked = [], seen = new Map();
    let run = 0, longest = 0, before = -1, found;
    WORD.lastIndex = 0;
    while ((found = WORD.exec(text))) {
      const key = keyOf(found[0]), name = key.letters + "," + key.marks;
      const fitting = keys.map((map, i) => (map.has(name) ? i : -1)).filter(i => i >= 0);
      const after = fitting.find(i => i === before + 1);
      run = fitting.length ? (after ? run + 1 : 1) : 0;
      before = fitting.length ? (after || fitting[0]) : -1;
      longest = Math.max(longest, run);
      fitting.forEach(i => seen.set(i, Math.max(seen.get(i) || 0, keys[i].get(name))));
      if (fitting.length) marked.push([found.index, WORD.lastIndex, run]);
    }
    let score = 0;
    seen.forEach(quality => { score += quality; });
    // Where words stand in a row, those that stand alone are chance.
    const rows = marked.filter((mark, i) => mark[2] > 1 || (marked[i + 1] || [])[2] === 2);
    return { longest: longest, score: score + 6 * Math.max(0, longest - 1), marked: rows.length ? rows : marked };
  }

  async function read(candidates, keys) {
    const starts = index.main.textStarts;
    await loadAll(Array.from(new Set(candidates.map(c => "t" + partOf(starts, c.page)))));
    for (const c of candidates) {
      const part = partOf(starts, c.page);
      const lines = index["t" + part][c.page - starts[part]].split("\n");
      c.address = lines[0];
      c.title = { text: lines[1], fit: weigh(lines[1], keys) };
      c.best = { text: lines[2], fit: weigh(lines[2], keys) };
      for (const text of lines.slice(3)) {
        const fit = weigh(text, keys);
        if (fit.score > c.best.fit.score) c.best = { text: text, fit: fit };
      }
      c.score *= 1 + 3 * Math.max(0, c.title.fit.longest - 1, c.best.fit.longest - 1);
      c.score += 2 * c.title.fit.score + c.best.fit.score * keys.length;
    }
  }

  // Text with its matches marked, cut around the first one where it is long.
  function write(into, text, marked, longest) {
    let at = 0, end = text.length;
    if (end > longest) {
      const first = marked.length ? marked[0][0] : 0;
      if (first > longest / 2) at = text.indexOf(" ", first - longest / 3) + 1;
      if (at + longest < end) end = text.lastIndexOf(" ", at + longest);
      if (at) into.append("… ");
    }
    let mark = null;
    for (const [from, to] of marked) {
      if (to > end || from < at) continue;
      const between = text.slice(at, from);
      if (mark && between === " ") {
        mark.append(between);
      } else {
        into.append(between);
        mark = add(into, "mark");
      }
      mark.append(text.slice(from, to));
      at = to;
    }
    into.append(text.slice(at, end) + (end < text.length ? " …" : ""));
  }

  function show(candidate) {
    const item = add(results, "li");
    const link = add(item, "a");
    link.href = form.dataset.top.replace(/^(.*?)(index\.html)?$/, function (all, top, end) {
      return top + candidate.address + (end || "");
    });
    write(link, candidate.title.text, candidate.title.fit.marked, 1e4);
    if (candidate.best.text) {
      write(add(item, "p"), candidate.best.text,
        candidate.best.fit.marked, 220);
    }
  }

  const say = name => form.dataset[name];
  const STEP = 20;
  let turn = 0, found = null, shown = 0;

  async function showMore() {
    const mine = turn;
    const next = found.pages.slice(shown, shown + STEP);
    await read(next, found.keys);
    if (mine !== turn) return;
    next.sort((a, b) => b.score - a.score || a.page - b.page).forEach(show);
    shown += next.length;
    results.hidden = !shown;
    more.hidden = shown >= found.pages.length;
  }

  function clear() {
    turn += 1;
    results.textContent = status.textContent = "";
    results.hidden = more.hidden = true;
    shown = 0;
  }

  async function search() {
    clear();
    const typed = (field.value.match(WORD) || []).slice(0, 8).map(keyOf);
    if (!typed.length) return;
    typed[typed.length - 1].last = true;
    const mine = turn;
    status.textContent = say("loading");
    try {
      const main = await load("main");
      if (!words) vocabulary(main.words);
      let matched;
      for (let level = 0; level < 3; level += 1) {
        matched = await match(typed, level);
        if (matched.pages.length) break;
      }
      if (mine !== turn) return;
      matched.pages.sort((a, b) => b.score - a.score || a.page - b.page);
      found = matched;
      await showMore();
      if (mine !== turn) return;
      const count = found.pages.length;
      const name = !count ? "none" : found.level > 1 ? "near" : count === 1 ? "one" : "found";
      status.textContent = say(name).replace("{count}", count);
    } catch (error) {
      if (mine === turn) status.textContent = say("failed");
    }
  }

  form.hidden = false;
  field.addEventListener("focus", () => load("main").catch(() => {}));
  field.addEventListener("input", () => field.value || clear());
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    search();
  });
  more.addEventListener("click", function () {
    const first = shown;
    showMore().then(() => results.querySelectorAll("a")[first].focus())
      .catch(() => { status.textContent = say("failed"); });
  });
})();
