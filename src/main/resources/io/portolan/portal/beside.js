// A point in the window where a click meets nothing but what is around an element: no control, and nothing that lies over the page.
return (function (element) {
  var view = element.ownerDocument.defaultView;
  for (var y = view.innerHeight - 3; y > 0; y -= Math.ceil(view.innerHeight / 40)) {
    for (var x = view.innerWidth - 20; x > 0; x -= Math.ceil(view.innerWidth / 20)) {
      var there = element.ownerDocument.elementFromPoint(x, y);
      if (there && !there.shadowRoot && there.contains(element) && !there.closest('a,button,label,summary,[role=button],[role=link],[onclick]')) {
        return { x: Math.round(x), y: Math.round(y) };
      }
    }
  }
  return {};
})(arguments[0]);
