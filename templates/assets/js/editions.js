// The other editions of this page. Sealed pages never change: what came after them is read from ../editions.json.
// Without this script, or when the site is opened from a disk, the link to the list of editions remains.
(function () {
  "use strict";
  var news = document.getElementById("edition-news");
  var link = document.querySelector(".edition-others");
  if (!news || !link || !window.fetch || location.protocol === "file:") return;
  var words = news.dataset;
  var site = words.root + "../";
  var pages = {};

  function read(address) {
    return fetch(address).then(function (answer) {
      if (!answer.ok) throw new Error(address);
      return answer.json();
    });
  }

  function names(page) { return [page.id].concat(page.aliases || []); }

  // The same page in another edition: by its name, by a former name of either, otherwise the nearest page above it.
  function find(edition) {
    if (!pages[edition]) pages[edition] = read(site + edition + "/data/pages.json");
    return Promise.all([pages[edition], own()]).then(function (answers) {
      var there = answers[0].pages;
      var here = answers[1].pages.filter(function (page) { return page.id === words.page; })[0];
      var mine = here ? names(here) : [];
      var same = there.filter(function (page) { return mine.indexOf(page.id) >= 0; })[0] ||
        there.filter(function (page) { return here && names(page).indexOf(here.id) >= 0; })[0];
      if (same) return { page: same, isSame: true };
      for (var address = words.address; ; address = address.replace(/[^/]*\/$/, "")) {
        var above = there.filter(function (page) { return page.address === address; })[0];
        if (above) return { page: above, isSame: false };
        if (!address) return { page: { address: "", title: "" }, isSame: false };
      }
    });
  }

  function own() {
    if (!pages[words.edition]) pages[words.edition] = read(words.root + "data/pages.json");
    return pages[words.edition];
  }

  function href(edition, page) { return site + edition + "/" + encodeURI(page.address) + "index.html"; }

  function element(name, text, className) {
    var node = document.createElement(name);
    if (text) node.textContent = text;
    if (className) node.className = className;
    return node;
  }

  // Closes on Escape, on a click elsewhere and when the focus leaves.
  function closing(details) {
    function close() { details.open = false; }
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !details.open) return;
      var hadFocus = details.contains(document.activeElement);
      close();
      if (hadFocus) details.querySelector("summary").focus();
    });
    document.addEventListener("pointerdown", function (event) { if (!details.contains(event.target)) close(); });
    details.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !details.contains(event.relatedTarget)) close();
    });
  }

  function switcher(editions) {
    var details = element("details", "", "edition-switcher");
    details.appendChild(element("summary", link.textContent));
    closing(details);
    var list = element("ul");
    list.setAttribute("aria-label", link.textContent);
    editions.slice().reverse().forEach(function (edition) {
      var item = element("li");
      if (edition.id === words.edition) {
        item.appendChild(element("span", edition.title + " (" + words.current + ")"));
        item.setAttribute("aria-current", "true");
      } else {
        var other = element("a", edition.title);
        other.href = href(edition.id, { address: "" });
        item.appendChild(other);
      }
      list.appendChild(item);
    });
    var all = element("li");
    var home = link.cloneNode(true);
    home.className = "";
    home.textContent = words.all;
    all.appendChild(home);
    list.appendChild(all);
    details.appendChild(list);
    // Where the page stands elsewhere is looked up when somebody wants to know.
    details.addEventListener("toggle", function () {
      if (details.dataset.filled) return;
      details.dataset.filled = "yes";
      editions.slice().reverse().forEach(function (edition, index) {
        var other = list.children[index].querySelector("a");
        if (!other) return;
        find(edition.id).then(function (found) {
          other.href = href(edition.id, found.page);
          if (!found.isSame) other.appendChild(element("span", " " + words.notHere + " " + (found.page.title || edition.title), "edition-not-here"));
        }).catch(function () {});
      });
    });
    link.replaceWith(details);
  }

  function announce(editions) {
    var index = editions.map(function (edition) { return edition.id; }).indexOf(words.edition);
    if (index < 0) return;
    (editions[index].errata || []).forEach(function (erratum) {
      if (erratum.addresses.indexOf(words.address) < 0) return;
      // In one pass and by a function: what is put in may say "{new}" or "$&" itself.
      // What an author wrote may bring a full stop of its own, or lack one.
      function ended(text, stop) { return text + (/[.!?…:]["'”’»)\s]*$/.test(text) ? "" : stop); }
      var text = words.erratumText.replace(/\{(label|old|new)\}(\.?)/g, function (_, name, stop) {
        return ended(erratum[name], stop);
      });
      var line = element("p", "", "edition-erratum");
      line.appendChild(element("strong", words.erratum));
      line.appendChild(document.createTextNode(" " + text + " " + ended(erratum.reason, ".")));
      news.appendChild(line);
      news.hidden = false;
    });
    var latest = editions[editions.length - 1];
    if (latest.id === words.edition) return;
    find(latest.id).then(function (found) {
      var line = element("p", words.older + " " + (found.isSame ? words.newestPage : words.newestGone) + " ");
      var there = element("a", (found.page.title || latest.title) + " – " + latest.title);
      there.href = href(latest.id, found.page);
      line.appendChild(there);
      news.insertBefore(line, news.firstChild);
      news.hidden = false;
    }).catch(function () {});
  }

  read(site + "editions.json").then(function (answer) {
    switcher(answer.editions);
    announce(answer.editions);
  }).catch(function () {});
})();
