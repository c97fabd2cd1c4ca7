// Quick exit: empties the page, then replaces it in the history, so that "back" doesn't return.
// Without this script the button is a plain link.
(function () {
  "use strict";
  var exit = document.getElementById("exit");
  if (!exit) return;

  function leave() {
    document.documentElement.className = "left";
    document.title = "\u200b";
    document.body.textContent = "";
    location.replace(exit.href);
  }

  exit.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });

  // Shift three times within five seconds, with no other key between.
  var status = document.createElement("div");
  status.className = "vh";
  status.setAttribute("role", "status");
  exit.parentNode.appendChild(status);
  var count = 0;
  var timer;
  function reset() {
    count = 0;
    status.textContent = "";
  }
  document.addEventListener("keyup", function (event) {
    if (event.key !== "Shift") return;
    clearTimeout(timer);
    count += 1;
    if (count === 3) return leave();
    status.textContent = exit.getAttribute(count === 1 ? "data-two" : "data-one");
    timer = setTimeout(reset, 5000);
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") reset();
  });

  // A page that comes back from the browser's memory after an exit stays empty.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && document.documentElement.className === "left") leave();
  });
})();
