// Takes the focus from an element, as a person does who goes on to something else, and tells what it holds then.
(function (element) {
  var active = rootOf(element).activeElement;
  if (active && isWithin(active, element)) {
    active.blur();
  }
})(arguments[0]);
return heldBy(arguments[0]);
