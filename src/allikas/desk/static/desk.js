// j and k go from statement to statement, Esc closes. Everything else works without this file.
"use strict";
document.querySelectorAll(".with-script").forEach((one) => { one.hidden = false; });
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  const numbers = [...document.querySelectorAll("a.number")];
  const at = numbers.indexOf(document.activeElement);
  if (event.key === "j" && at + 1 < numbers.length) numbers[at + 1].focus();
  else if (event.key === "k" && at > 0) numbers[at - 1].focus();
  else if (event.key === "Escape") document.activeElement.blur();
});
