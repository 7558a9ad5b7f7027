// Scrolls everything that can be scrolled one screen further, as a person does who looks for more; tells whether anything moved.
function scroll() {
  var moved = false;
  documents(document).forEach(function (page) {
    [page.scrollingElement].concat(all([page], 'div,main,section,ul,ol,nav,aside,tbody')).filter(Boolean).forEach(function (element) {
      if (element.scrollHeight > element.clientHeight + 20 && element.clientHeight > 60 && (element === page.scrollingElement
          || /auto|scroll/.test(styleOf(element).overflowY)) && isVisible(element)) {
        var before = element.scrollTop;
        element.scrollTop = before + element.clientHeight * 0.9;
        moved = moved || element.scrollTop > before;
      }
    });
  });
  return { moved: moved };
}
return scroll();
