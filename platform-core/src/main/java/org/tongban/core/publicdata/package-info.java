/** What the public may search: collections that modules declare and any portal can show. */
@NullMarked
package org.tongban.core.publicdata;

import org.jspecify.annotations.NullMarked;
