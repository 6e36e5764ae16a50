/** What the public sees of filed products: read model, search, counters. */
@NullMarked
package org.tongban.filing.publicdata;

import org.jspecify.annotations.NullMarked;
