// Scrolls the list that a control has opened a little further; tells whether it moved.
var lists = popupsOf(arguments[0], true);
var moved = drawnIn(lists, '*').concat(lists).some(function (part) {
  if (part.clientHeight < 40 || part.scrollHeight <= part.clientHeight + 1 || !/auto|scroll|hidden/.test(styleOf(part).overflowY)) {
    return false;
  }
  var before = part.scrollTop;
  part.scrollTop = before + Math.max(40, part.clientHeight * 0.7);
  return part.scrollTop > before;
});
return { moved: moved };
