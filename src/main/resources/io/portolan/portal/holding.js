return heldBy(arguments[0]);
