-- CO-59: a receipt lists what was handed in; where that is to be forgotten, so is the list.
grant update (facts) on core.document to ${application};
